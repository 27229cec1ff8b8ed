declare module 'flashtext.js' {
  class KeywordProcessor {
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
  export = KeywordProcessor;
}
