import { anyCase } from './anyCase.ts';
import { NO_LONE_NAME, NO_LOWER_NAME, NO_NAME } from './noName.ts';
import { patternFinder } from './pattern.ts';
import type { Finder } from './secret.ts';

const PART = String.raw`\p{Lu}(?:[\p{L}'’-]+|\.)?`;
/** One to four capitalised words, with the small ones that Dutch, German, Spanish or Arabic names put in between. */
const NAME = String.raw`(?<value>${NO_NAME}(?:\p{Lu}\. ?){0,2}\p{Lu}[\p{L}'’-]+(?:(?:[ ](?:de|da|di|la|van|von|der|den|ten|bin|al|el|del|dos)){0,2}[ ]${NO_NAME}${PART}){0,3})`;
const TITLE = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? )?`;
const LINE_ENDS = String.raw`(?=[ \t]{0,5}(?:[\r\n]|$|[,/|<(]))`;
/** What ends a name within a sentence: a sign, a verb, another phrase. */
const STOPS = String.raw`(?=[ \t]{0,3}(?:[,.!;:?)(<–—-]|[\r\n]|$|(?:here|from|again|speaking|and|my|i|i'm|i've|with|writing|the|account|calling|your|but|a|an|how|on|having)\b))`;

/** In lower case, where what stands around it leaves hardly anything else. */
const LOWER = String.raw`${NO_LOWER_NAME}(?<value>\p{Ll}{3,12})`;

/** Names where people put them. The case of the letters tells a name from a word, so the text is not folded. */
export const named = (pattern: string): Finder<'name'> =>
  patternFinder('name', new RegExp(anyCase(pattern), 'dgu'), () => true, String);

/** Where it is said outright, a name may be in lower case. */
const introduced = named(
  String.raw`\b(?i:my (?:full |first |last |sur|legal |real )?name(?:'s| is| =|:)|name is|(?:full |first |last |account |card ?|sur)?(?:name|holder)(?: on (?:the )?(?:card|account))?[:=]|card ?holder(?: name)?|on behalf of|call me|the name's|under the name(?: of)?|(?:account|card) ?(?:holder|owner)(?: name)?(?: is|:)?|known as|surname is)[ \t]{1,3}["'“]?${TITLE}${NAME}`,
);
const introducedLower = named(
  String.raw`\b(?i:my (?:full |first |last )?name(?:'s| is))[ \t]{1,3}(?!(?:not|wrong|on|in|the|is|was|spelled|spelt|incorrect|correct|misspelled|missing|different|too|to|also|still|already|there|showing|shown|written|printed|displayed|a|an|my|it|now|back|when|if|as|at|by|so|asap|please|today|tomorrow|later|immediately|anytime|soon|right|no|crazy|old|stupid|paranoid|again|and|or|but)\b)(?<value>\p{Ll}{2,15}(?:[ ]\p{Ll}{3,15})??)(?=[ \t]{0,3}(?:[,.!;:)]|[\r\n]|$|(?:and|i|my|from)\b))`,
);
/** "I am Still Waiting" is none: "I am" takes two words, and what follows must not be a third. */
const presented = named(
  String.raw`\b(?i:i am|i'm|im) (?<value>${NO_NAME}\p{Lu}[\p{L}'’-]+(?: ${NO_NAME}\p{Lu}[\p{L}'’-]+){1,2})(?=[,.!;\n]|\s{0,3}$|\s(?:and|from|my|the|a)\b)`,
);
const thisIs = named(
  String.raw`(?:^|[\r\n,.!?;:]\s{0,3}|\b(?i:hi|hello|hey|morning|afternoon|evening|day|there|all|team)[,.!]?[ \t]{1,2})(?i:this is|it's me,?|it's|its|it is|i am|i'm|im)[ \t]${TITLE}${NO_LONE_NAME}${NAME}(?!['’]s|\s\d)${STOPS}`,
);
/** "im david from spain": what people do from somewhere is no name. */
const presentedLower = named(
  String.raw`(?:^|[\r\n,.!?;:]\s{0,3}|\b(?i:hi|hello|hey|there|all|team)[,.!]?[ \t]{1,2})(?i:i am|i'm|im)[ \t](?!\p{Ll}{2,}(?:ing|ed|ly)\b)${LOWER}(?=[ \t](?i:from[ \t]\p{L}{3}|speaking\b))`,
);
const speaking = named(
  String.raw`(?:^|[\r\n,.!]\s{0,3}|\b(?i:hi|hello|hey)[,.!]?[ \t]{1,2})${NAME}[ \t](?i:here|speaking)(?=[,.!;\r\n-]|$)`,
);
const signed = named(
  String.raw`\b(?i:regards|thanks|thank you|thx|cheers|best|best wishes|wishes|sincerely|faithfully|truly|respectfully|yours|br|rgds|love|greetings|appreciated|in advance|so much|very much|a lot|sent by|signed)(?: (?:mate|guys|all|from|team))?[,.!:-]*(?:[ \t]{0,20}[\r\n]\s{0,20}(?:(?i:sent from|get outlook)[^\r\n]{1,40}[\r\n]\s{0,20})?|[ \t]{1,3})(?:[-–—~][ \t]?)?${TITLE}${NAME}${LINE_ENDS}`,
);
/** Below the name of who wrote: how to reach them, or on what they wrote. */
export const CONTACT_LINE = String.raw`(?:(?:(?:手机|电话|微信|邮箱|(?i:tel|phone|mobile|e-?mail))[号:： .]{0,3})?(?:\+?\d[\d ()-]{6,18}\d|[\w.+-]{1,40}@[\w.-]{3,60})|(?:发自|来自我的|(?i:sent from|get outlook))[^\r\n]{1,40})`;
/** Without a closing, in a line of its own: above such a line, or as a last paragraph of two words. */
const signedBarely = named(
  String.raw`[\r\n][ \t]{0,8}${NAME}[ \t]{0,5}[\r\n]\s{0,5}${CONTACT_LINE}[ \t]{0,5}(?=[\r\n]|$)`,
);
const signedLast = named(String.raw`[\r\n][ \t]{0,5}[\r\n][ \t]{0,8}(?=\S{1,20}[ ]\S)${NAME}\s{0,5}$`);
/** At the very end after a closing, also in lower case: "thanks, tom". */
const signedLower = named(
  String.raw`\b(?<!\bno )(?i:regards|cheers|sincerely|best(?: wishes)?|thanks|thank you|thx)(?:[,.!]+\s{1,5}|[ \t]{0,5}[\r\n]\s{0,5})${NO_LOWER_NAME}(?<value>\p{Ll}{2,12}(?:[ ]\p{Ll}{2,12})?)\s{0,5}$`,
);
/** After a dash on a line of its own, or after the long dash of Chinese letters. */
const dashed = named(
  String.raw`(?:(?:^|[\r\n])[ \t]{0,5}[—–~-]{1,2}|——|[.!?]\s{1,2}[—–~-]{1,2})[ \t]?${NAME}(?=(?:, ?[\p{L} ]{1,30})?[ \t]{0,5}(?:[\r\n]|$))`,
);
const GREETING = String.raw`(?:^|[\r\n])[ \t]{0,20}(?i:dear|hi|hello|hey|hola|ol[aá]|oi|bonjour|salut|hallo|ciao|good (?:morning|afternoon|evening)|to|attn:?)[ \t,]{1,3}`;
const greeted = named(
  String.raw`${GREETING}${TITLE}${NAME}(?=[ \t]{0,5}(?:[,!.:\r\n–—-]|$|(?:and|i|my|thanks|thank)\b))`,
);
const greetedLower = named(
  String.raw`(?:^|[\r\n])[ \t]{0,20}(?i:dear|hi|hello|hey)[ \t,]{1,3}${LOWER}(?=[ \t]{0,3}(?:[,!\r\n]|$))`,
);
const titled = named(
  String.raw`\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?<value>\p{Lu}[\p{L}'’-]+(?:[ ]\p{Lu}[\p{L}'’-]+){0,2})`,
);

/** Names in Latin letters, where people introduce themselves, sign, or are greeted. */
export const WESTERN_FINDERS: readonly Finder<'name'>[] = [
  introduced,
  introducedLower,
  presented,
  thisIs,
  presentedLower,
  speaking,
  signed,
  signedBarely,
  signedLast,
  signedLower,
  dashed,
  greeted,
  greetedLower,
  titled,
];
