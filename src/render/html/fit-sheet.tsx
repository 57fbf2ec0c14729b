import type { ComponentChildren } from 'preact';
import type * as pages from '../../pages/fit-sheet.ts';
import type { Fact } from '../../pages/page.ts';
import type { Drawn } from '../text/drawn.ts';
import type { Style } from '../terminal/style.ts';
import { writeRadar } from './blocks.tsx';
import { resultSheet } from './result-sheet.ts';
import { writeAsides, writeText } from './text.tsx';
import { writeDocument } from './write-document.tsx';

type FitSheet = Drawn<pages.FitSheet>;
type SheetRole = FitSheet['roles'][number];
type Points = SheetRole['why'][number];
type Questions = NonNullable<FitSheet['ask']>;
type Say = (text: string) => ComponentChildren;

/** A result to hand over: two sheets of A4, or one page on a screen. */
export async function renderFitSheet(sheet: FitSheet, { messages }: Style): Promise<string> {
  const charts = sheet.profile === undefined ? undefined : await import('./charts.ts');
  const { title, person, asides, lead, caution, order, profile, roles, ask, neighbours, change, code } = sheet;
  const { language, report } = messages;
  const say: Say = (text) => writeText(text, language);
  const name = person === undefined ? title : `${person.name} · ${title}`;
  return writeDocument(
    { language, title: `${name} · backoffice`, styleSheet: resultSheet },
    <>
      <main>
        <header>
          <div>
            <h1>{say(title)}</h1>
            {writeAsides(asides, say)}
          </div>
          {person === undefined ? null : (
            <p class="person">
              <b>{say(person.name)}</b>
              <span>{say(person.date)}</span>
            </p>
          )}
        </header>
        <div class="lead">
          {lead.map((text) => (
            <p>{say(text)}</p>
          ))}
        </div>
        <p class="quiet">{say(caution)}</p>
        {code === undefined ? null : (
          <p class="quiet">
            {say(code.label)} <code class="code">{code.code}</code> {say(code.remark)}
          </p>
        )}
        {order === undefined ? null : (
          <div class="overview">
            {writeOrder(order, say)}
            {profile === undefined || charts === undefined ? null : (
              <section class="profile">
                <h2>{say(messages.fit.radarTitle)}</h2>
                <p class="quiet">{say(messages.fit.sheet.profileRemark)}</p>
                {writeRadar(profile, { messages, charts, level: 2 }, charts)}
              </section>
            )}
          </div>
        )}
        {roles.map((role) => writeRole(role, say))}
        {ask === undefined ? null : <section class="shared">{writeQuestions(ask, say, 2)}</section>}
        {neighbours === undefined ? null : (
          <section>
            <h2>{say(neighbours.heading)}</h2>
            <p class="quiet">{say(neighbours.remark)}</p>
            <ul class="neighbours">
              {neighbours.roles.map((neighbour) => (
                <li>
                  <b>{say(neighbour.name)}</b>
                  {neighbour.other === undefined ? null : <small> {say(neighbour.other)}</small>}
                  {neighbour.detail === undefined ? null : <p>{say(neighbour.detail)}</p>}
                  {writeFacts(neighbour.facts, say)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {change === undefined ? null : (
          <section class="change">
            <h2>{say(change.heading)}</h2>
            <p class="quiet">{say(change.remark)}</p>
            {change.text === undefined ? null : <p>{say(change.text)}</p>}
            {change.facts === undefined ? null : writeFacts(change.facts, say)}
          </section>
        )}
      </main>
      <footer>
        {code === undefined ? null : (
          <p>
            {say(code.whole.label)} <code>{code.whole.command}</code>
          </p>
        )}
        <p>{say(report.madeWith)}</p>
      </footer>
    </>,
  );
}

/** Bars between the values themselves: nothing else has to be drawn for them. */
function writeOrder({ heading, remark, columns, rows, remarks }: NonNullable<FitSheet['order']>, say: Say): ComponentChildren {
  return (
    <section class="order">
      <h2>{say(heading)}</h2>
      <p class="quiet">{say(remark)}</p>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {say(columns.role)}
            </th>
            <th role="columnheader" scope="col" class="number">
              {say(columns.score)}
            </th>
            <td role="cell" colSpan={2} />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ name, other, score, isFirst, ranks }) => (
            <tr role="row" class={isFirst ? 'leads' : undefined}>
              <th role="rowheader" scope="row">
                {say(name)}
                {other === undefined ? null : <small>{say(other)}</small>}
              </th>
              <td role="cell" class="number">
                {score}
              </td>
              <td role="cell" class="scale">
                {writeBar(score)}
              </td>
              <td role="cell">
                {ranks.map((rank) => (
                  <span class="rank">{say(rank)}</span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {remarks.map((text) => (
        <p class="quiet">{say(text)}</p>
      ))}
    </section>
  );
}

/** A score of 100 with its middle. Its number stands beside it. */
function writeBar(score: number): ComponentChildren {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="8" />
      <rect class="value" width={Math.max(0, Math.min(100, score))} height="8" />
      <rect class="middle" x="49.5" width="1" height="8" />
    </svg>
  );
}

function writeRole({ name, asides, why, weigh, ask }: SheetRole, say: Say): ComponentChildren {
  return (
    <section class="role">
      <header>
        <h2>{say(name)}</h2>
        {writeAsides(asides, say)}
      </header>
      <div class="sides">
        <div>{why.map((points) => writePoints(points, say))}</div>
        <div>{weigh.map((points) => writePoints(points, say))}</div>
      </div>
      {ask.questions.length === 0 ? null : writeQuestions(ask, say, 3)}
    </section>
  );
}

function writePoints({ heading, points }: Points, say: Say): ComponentChildren {
  return (
    <div class="points">
      <h3>{say(heading)}</h3>
      <ul>
        {points.map(({ text, answer }) =>
          answer === undefined ? (
            <li>{say(text)}</li>
          ) : (
            <li>
              <p class="point">
                <b>{say(text)}</b> <span>{say(answer.value)}</span>
              </p>
              <p class="asked">{say(answer.label)}</p>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

function writeQuestions({ heading, questions }: Questions, say: Say, level: 2 | 3): ComponentChildren {
  return (
    <>
      {level === 2 ? <h2>{say(heading)}</h2> : <h3>{say(heading)}</h3>}
      <ul class="questions">
        {questions.map(({ text, japanese }) => (
          <li>
            <span class="box" />
            {say(text)}
            {japanese === undefined ? null : <small>{say(japanese)}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

function writeFacts(facts: readonly Drawn<Fact>[], say: Say): ComponentChildren {
  return facts.map(({ label, value }) => (
    <p class="fact">
      <span>{say(label)}</span> {say(value)}
    </p>
  ));
}
