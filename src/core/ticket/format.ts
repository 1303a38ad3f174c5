import type { ReadResult, RecordReader } from './ticket.ts';

/** What `--format` takes. `ndjson` and `json` are our plain form; `airbyte` is an envelope around any of the others. */
export const FORMATS = [
  'auto',
  'zendesk',
  'freshdesk',
  'intercom',
  'helpscout',
  'jira',
  'zammad',
  'github',
  'airbyte',
  'csv',
  'ndjson',
  'json',
  'mbox',
  'eml',
  'discord',
  'telegram',
  'discourse',
  'reddit',
] as const;
export type Format = (typeof FORMATS)[number];

/** A format whose records can be read one by one: JSON objects, in a list, a line each, or in an envelope. */
export interface RecordFormat {
  readonly name: Format;
  /** Whether a parsed record looks like this format's. Never throws. */
  readonly detect: (record: unknown) => boolean;
  readonly read: RecordReader;
}

/** The beginning of a file, to tell its format. */
export interface Sample {
  /** The file's name without its folder, '' if it has none. */
  readonly name: string;
  /** The first characters (up to 65,536), decoded. */
  readonly head: string;
}

/** One file of an export. Both may be called once only, one of them, where the input is a pipe. */
export interface ExportFile {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Unpacked and decoded by the encoding of the whole file. */
  readonly text: () => AsyncIterable<string>;
}

/** What became of one record, and where it lies: `record 3 (line 14)`, never its content. */
export interface Placed {
  readonly result: ReadResult;
  readonly place: string;
}

/** A format that makes tickets of more than one record (threads of mail, of a chat), or is no JSON. */
export interface FileFormat {
  readonly name: Format;
  /** Whether a file that begins like this is of this format. Never throws. */
  readonly detect: (sample: Sample) => boolean;
  /** Streams: holds no more of the file than it must, and says in its documentation how much that can be. */
  readonly read: (file: ExportFile) => AsyncIterable<Placed>;
}
