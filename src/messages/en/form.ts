import type { FormMessages } from '../types/form.ts';

const blank = '[to be filled in]';

export const form: FormMessages = {
  title: 'What kind of work would you like to do?',
  statements: {
    purpose: 'These questions are to help you find back-office roles, such as clerical work, general affairs or accounting, that may suit you.',
    readers: `Who sees the answers: ${blank}`,
    kept: `How long they are kept: ${blank}`,
    voluntary: 'Answering is voluntary. It will not be held against you if you do not.',
    notForHiring: 'The answers are not used for hiring or appraisal.',
  },
  length: {
    full: 'There are 44 questions, which take about 6 minutes.',
    quick: 'There are 22 questions, which take about 3 minutes.',
  },
  blank,
  person: { question: 'Name', remark: 'A number or a made-up name will do.' },
  avoidRemark: 'Choose as many as you like. If there is nothing, leave it blank.',
  questions: 'Questions',
  workbook: {
    about: 'About',
    answers: 'Answers',
    howTo: 'How to fill it in',
    steps: [
      "The sheet 'Answers' has a row for each person. Leave its first row as it is.",
      'Choose 1 to 5 from the list of each cell. Where there is no answer, leave it blank.',
    ],
    refusal: 'Choose a number from 1 to 5.',
    avoidHint: 'Choose one from the list of the cell, or type several with commas between them. If there is nothing, leave it blank.',
  },
  script: {
    howTo: [
      "1. Open https://script.google.com/, choose 'New project', and put all of this file in place of what stands there.",
      "2. Save it, press 'Run', and allow it to make a form. The execution log says where the form is.",
      "3. Write over each '[to be filled in]' in the description of the form, then publish it and hand it out.",
    ],
    required: 'To require an answer to every question but the last, change false to true.',
    toEdit: 'To edit: ',
    toAnswer: 'To answer: ',
  },
  paper: {
    howTo: 'Circle the number that applies.',
    avoidHowTo: 'Tick all that apply. If there is nothing, leave it blank.',
  },
};
