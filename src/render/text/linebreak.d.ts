declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next opportunity to break, or null at the end. */
    nextBreak(): { readonly position: number } | null;
  }
}
