import type { PersonList } from '../../pages/person-list.ts';
import type { Style } from '../terminal/style.ts';
import { styleSheet } from './style-sheet.ts';
import { writeAsides, writeText } from './text.tsx';
import { writeDocument } from './write-document.tsx';

/** The list of the pages of a group, with links to the files beside it. */
export function renderPersonList({ title, asides, remarks, group, column, people }: PersonList, { messages }: Style): string {
  const { language, report } = messages;
  const say = (text: string) => writeText(text, language);
  return writeDocument(
    { language, title: `${title} · backoffice`, styleSheet },
    <>
      <main>
        <section class="first">
          <header>
            <h1>{say(title)}</h1>
            {writeAsides(asides, say)}
          </header>
          {remarks.map((text, place) => (
            <p class={place === 0 ? undefined : 'quiet'}>{say(text)}</p>
          ))}
          <p>
            <a href={linkTo(group.file)}>{say(group.label)}</a>
          </p>
          <table role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  {say(column)}
                </th>
                <td role="cell" />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {people.map((person) => (
                <tr role="row">
                  <th role="rowheader" scope="row">
                    <a href={linkTo(person.file)}>{say(person.name)}</a>
                  </th>
                  <td role="cell">
                    {person.remarks.map((remark) => (
                      <span class="name">{say(remark)}</span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </main>
      <footer>
        <p>{say(report.madeWith)}</p>
      </footer>
    </>,
  );
}

/** The address of a file in the same folder, whatever its name. */
function linkTo(file: string): string {
  return `./${encodeURIComponent(file)}`;
}
