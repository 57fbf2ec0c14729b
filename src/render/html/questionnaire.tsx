import type { ComponentChildren } from 'preact';
import type { FormDocument } from '../../core/views/form.ts';
import { findBreaks } from '../text/find-breaks.ts';
import { wrapText } from '../text/wrap.ts';
import type { Style } from '../terminal/style.ts';
import { paperSheet } from './paper-sheet.ts';
import { writeText } from './text.tsx';
import { writeDocument } from './write-document.tsx';

/** Columns of text in the head of an answer: a browser would part words where they do not fit. */
const answerWidth = 12;

/** A form to print and fill in by hand: two sheets of A4 for 44 questions. It asks for nothing and runs nothing, as every page of ours. */
export function renderQuestionnaire({ title, about, blank, person, question, answers, items, avoid }: FormDocument, { messages }: Style): string {
  const { language, form, report } = messages;
  const say = (text: string) => writeText(text, language);
  return writeDocument(
    { language, title: `${title} · backoffice`, styleSheet: paperSheet },
    <>
      <main>
        <header>
          <h1>{say(title)}</h1>
          <p class="person">
            {say(person.question)}
            <span class="line" />
            <small>{say(person.remark)}</small>
          </p>
        </header>
        <ul class="about">
          {about.map((text) => (
            <li>{leaveRoom(text, blank)}</li>
          ))}
        </ul>
        <h2>{say(question)}</h2>
        <p>{say(form.paper.howTo)}</p>
        <table>
          <colgroup>
            <col class="place" />
            <col />
            <col class="answers" span={answers.length} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" class="question" colSpan={2}>
                {say(form.questions)}
              </th>
              {answers.map(({ label }) => (
                <th scope="col">{wrapText(label, answerWidth, findBreaks).flatMap((line, place) => (place === 0 ? say(line) : [<br />, say(line)]))}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ text }, place) => (
              <tr>
                <td class="place">{place + 1}</td>
                <th scope="row">{say(text)}</th>
                {answers.map(({ value }) => (
                  <td class="answer">{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <section>
          <h2>{say(avoid.question)}</h2>
          <p>{say(form.paper.avoidHowTo)}</p>
          <ul class="choices">
            {avoid.choices.map(({ label }) => (
              <li>
                <span class="box" />
                {say(label)}
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer>
        <p>{say(report.madeWith)}</p>
      </footer>
    </>,
  );
}

/** A text with room to write where something is to be filled in. */
function leaveRoom(text: string, blank: string): ComponentChildren {
  return text.split(blank).map((part, place) => (place === 0 ? part : [<span class="line" />, part]));
}
