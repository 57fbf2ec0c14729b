import { describe, expect, it } from 'vitest';
import { loadCompiledCatalogue } from '../../src/core/catalogue/compiled.ts';
import { fileProblemOf } from '../../src/core/errors.ts';
import { failureOf } from '../helpers/failure.ts';
import { makeFolder } from '../helpers/folder.ts';

describe('fileProblemOf', () => {
  const error = (more: object) => Object.assign(new Error('failed'), more);
  it.each([
    ['one it knows', error({ code: 'EACCES', syscall: 'open' }), 'no-permission'],
    ['any other of a system call', error({ code: 'EMFILE', syscall: 'open' }), 'other'],
    ['none of a bug with a code', error({ code: 'ERR_INVALID_ARG_TYPE' }), undefined],
    ['none of a code that is no word', error({ code: 42, syscall: 'open' }), undefined],
    ['none of any other error', new Error('failed'), undefined],
    ['none of what is no error', { code: 'ENOENT', syscall: 'open' }, undefined],
  ])('tells %s', (_, thrown, problem) => {
    expect(fileProblemOf(thrown)).toBe(problem);
  });
});

describe('the compiled catalogue', () => {
  it('that is missing asks for the build, and anything else wrong with it is a bug', () => {
    const folder = makeFolder();
    expect(failureOf(() => loadCompiledCatalogue(`${folder}/none.json`))).toEqual({ code: 'catalogue-missing', path: `${folder}/none.json` });
    expect(() => loadCompiledCatalogue(folder)).toThrow(/EISDIR/);
  });
});
