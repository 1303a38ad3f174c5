import type { DetectedEncoding } from '../../src/core/ticket/encoding.ts';
import type { ExportFile, Placed } from '../../src/core/ticket/format.ts';
import { joinParts } from '../../src/core/ticket/joinParts.ts';
import { readMailFiles } from '../../src/core/ticket/readers/eml.ts';
import type { SkipReason, Ticket } from '../../src/core/ticket/ticket.ts';
import { withoutPeople } from '../../src/core/ticket/withoutPeople.ts';
import { ProblemsFound } from '../lib/commandLine.ts';
import { UnpackError } from './decompress.ts';
import { inputFiles, type InputFile } from './inputFiles.ts';
import { openText, type OpenedFile } from './openText.ts';
import { closed, mailFormatOf, readFile, type ReadOptions } from './readFile.ts';

export interface ExportOptions extends Omit<ReadOptions, 'onFormat' | 'idPrefix' | 'isOnly'> {
  /** Told of every record that is no ticket: why, and where it lies; never what it says. */
  readonly onSkip: (reason: SkipReason, place: string) => void;
}

/** An export that is being read. */
export interface Export {
  /** Of the first file; damaged if any file so far is. */
  readonly encoding: DetectedEncoding;
  /** `zendesk json`, `csv`, `airbyte zendesk ndjson`, or several of them: of what was read so far. */
  format(): string;
  readonly tickets: AsyncGenerator<Ticket>;
}

/**
 * Opens an export: a file, all files of a folder, or what is piped in (`-`). It is streamed: what is held is one record,
 * the tickets and messages that wait for one another (see `joinParts`), and the ids of all tickets.
 * @throws ProblemsFound if there is no file, or a single file is empty, no text, or cannot be unpacked
 */
export async function openExport(
  input: string,
  options: ExportOptions,
  pipe?: AsyncIterable<Uint8Array>,
): Promise<Export> {
  const files = await inputFiles(input, pipe);
  if (files.length === 0) throw new ProblemsFound(`${input} has no files in it: there is no ticket to read.`);
  const first = await open(files[0]!);
  if ('reason' in first && files.length === 1) throw new ProblemsFound(`${input} ${first.words}`);
  const state: State = { options, formats: new Set(), damaged: false };
  const encoding = 'reason' in first ? 'utf-8' : first.encoding.encoding;
  if (!('reason' in first)) noteDamage(first, state);
  return {
    encoding: {
      encoding,
      get damaged() {
        return state.damaged;
      },
    },
    format: () => [...state.formats].join(', '),
    tickets: keepTickets(joinParts(readFiles(files, first, state)), options.onSkip),
  };
}

interface State {
  readonly options: ExportOptions;
  readonly formats: Set<string>;
  damaged: boolean;
}

/** What a file holds, and the format by which it was read: ids are told apart within one. */
interface Read extends Placed {
  readonly format: string;
}

/** Why a file is not read at all, with the words that follow its name. */
interface Unreadable {
  readonly reason: SkipReason;
  readonly words: string;
}

async function* readFiles(
  files: readonly InputFile[],
  first: OpenedFile | Unreadable,
  state: State,
): AsyncGenerator<Read> {
  const mails: ExportFile[] = [];
  let format = '';
  const onFormat = (found: string): void => {
    format = found;
    state.formats.add(found);
  };
  const isOne = files.length === 1;
  for (const [i, { name }] of files.entries()) {
    const file = i === 0 ? first : await open(files[i]!);
    if ('reason' in file) {
      yield { result: { skipped: file.reason }, place: name, format };
      continue;
    }
    noteDamage(file, state);
    if (!isOne && mailFormatOf(file, state.options.format)?.name === 'eml') {
      // Conversations go across files.
      mails.push(closed(file));
      continue;
    }
    try {
      const placed = readFile(file, {
        ...state.options,
        onFormat,
        isOnly: isOne,
        idPrefix: isOne ? '' : `file-${i + 1}-`,
      });
      for await (const { result, place } of placed)
        yield { result, place: isOne ? place : `${name}, ${place}`, format };
    } catch (error) {
      // Only a pipe gets here: what is a file was unpacked once before.
      if (!(error instanceof UnpackError)) throw error;
      yield { result: { skipped: 'packed' }, place: name, format };
    }
    if (file.breaksOff()) yield { result: { skipped: 'truncated' }, place: name, format };
  }
  if (mails.length === 0) return;
  onFormat('eml');
  for await (const placed of readMailFiles(mails)) yield { ...placed, format };
}

async function* keepTickets(
  placed: AsyncIterable<Read>,
  onSkip: ExportOptions['onSkip'],
): AsyncGenerator<Ticket> {
  /** By id, the desk it came from first. */
  const ids = new Map<string, string>();
  for await (const { result, place, format } of placed) {
    if ('skipped' in result) onSkip(result.skipped, place);
    else if (!('ticket' in result)) onSkip('no-ticket', place);
    else {
      const { ticket } = result;
      const desk = deskOf(format);
      const first = ids.get(ticket.id);
      // Two desks in one folder count their tickets from 1 each.
      const isOthers = first && desk && first !== desk;
      const id = isOthers ? `${desk}-${ticket.id}` : ticket.id;
      if (ids.has(id)) onSkip('repeated-id', place);
      else {
        ids.set(id, desk);
        yield withoutPeople({ ...ticket, id });
      }
    }
  }
}

/** Forms that any desk's tickets may have. */
const ANYBODYS: ReadonlySet<string> = new Set(['plain', 'csv', 'tsv', 'mbox', 'eml']);

/** The desk that a format tells, `zendesk` of `airbyte zendesk ndjson`; '' if it tells none. */
function deskOf(format: string): string {
  const [name = ''] = format.replace(/^airbyte /, '').split(' ');
  return ANYBODYS.has(name) ? '' : name;
}

async function open(file: InputFile): Promise<OpenedFile | Unreadable> {
  try {
    const opened = await openText(file);
    return unreadable(opened) ?? opened;
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    return { reason: 'packed', words: `cannot be unpacked. ${error.message}` };
  }
}

function unreadable({ head, encoding }: OpenedFile): Unreadable | undefined {
  if (head.trim() === '') return { reason: 'empty', words: 'is empty: there is no ticket in it.' };
  const isBinary = head.includes('\0') || (encoding.damaged && /^(?:\u001F\uFFFD|PK\u0003)/.test(head));
  if (!isBinary) return undefined;
  return { reason: 'binary', words: 'is not text (a picture, a document, a .zip?). Unpack it first.' };
}

/** Mails are left aside: each tells its own encoding. */
function noteDamage(file: OpenedFile, state: State): void {
  state.damaged ||= file.encoding.damaged && !mailFormatOf(file, state.options.format);
}
