import { findGuideTopic, isCalled } from '../../core/catalogue/queries.ts';
import type { Catalogue, GuideTopic } from '../../core/catalogue/model.ts';
import { BackofficeError } from '../../core/errors.ts';
import { viewGuide, viewGuideTopic } from '../../core/views/guide.ts';
import { buildGuidePage, buildGuideTopicPage } from '../../pages/guide.ts';
import { addCommand } from '../command-line/program.ts';
import type { Registrar } from '../command-line/program.ts';
import { openSession } from '../session/session.ts';

export const registerGuide: Registrar = (program, context, messages) => {
  const command = addCommand(program, 'guide', '[topic]', messages).action(async (name: string | undefined) => {
    const { catalogue, language, answer } = await openSession(context, messages, command);
    if (name === undefined) {
      const document = viewGuide(catalogue, language);
      await answer({ document, page: () => buildGuidePage(document, messages) }, true);
    } else {
      const topic = findNamed(catalogue, name);
      const document = viewGuideTopic(catalogue, topic, language);
      const nextTopic = catalogue.guide[catalogue.guide.indexOf(topic) + 1]?.id;
      await answer({ document, page: () => buildGuideTopicPage(document, nextTopic, messages) }, true);
    }
  });
  command.joinsWords = true;
};

/** The one topic that was named, in one word or several. */
function findNamed(catalogue: Catalogue, name: string): GuideTopic {
  const [first = '', ...others] = name.split(' ').filter((word) => word !== '');
  try {
    return findGuideTopic(catalogue, name);
  } catch (error) {
    // Several topics are no name that is not known.
    if (others.length === 0 || !catalogue.guide.some((topic) => isCalled(topic, first))) throw error;
    throw new BackofficeError({ code: 'usage', problem: 'excess-arguments', names: others, command: 'guide' });
  }
}
