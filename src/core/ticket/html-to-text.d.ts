/** What is used of html-to-text, which ships no types. */
declare module 'html-to-text' {
  export interface HtmlToTextOptions {
    readonly wordwrap?: number | false;
    readonly limits?: {
      readonly ellipsis?: string;
      readonly maxBaseElements?: number;
      readonly maxChildNodes?: number;
      readonly maxDepth?: number;
      readonly maxInputLength?: number;
    };
    readonly selectors?: readonly {
      readonly selector: string;
      readonly format?: string;
      readonly options?: Readonly<Record<string, unknown>>;
    }[];
  }
  export function compile(options?: HtmlToTextOptions): (html: string) => string;
}
