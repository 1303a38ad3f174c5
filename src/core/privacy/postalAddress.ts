import { patternFinder } from './pattern.ts';

/** What a postcode looks like: a British one, or five figures and the like with a place after or a state before them. */
const POSTCODE = String.raw`(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}(?![a-z\d])|(?:[a-z]{2}\s)?\d{5}(?:-\d{4})?(?![\d.,]*\d)(?!\s?(?:usd|eur|btc|eth|sat))|\d{4}(?=\s[\p{Script=Latin}]{3}))`;
/** Between the street and the postcode: a town, a county. */
const TOWN = String.raw`(?:[,\s]{1,3}[\p{Script=Latin}][\p{Script=Latin}'’.-]{1,24}){0,4}[,\s]{1,3}`;
const FLAT = String.raw`(?:(?:apt|apartment|flat|unit|suite|ste|room)\.?\s?#?\d{1,5}[a-z]?,?\s{1,2})`;
const WORDS = String.raw`(?:[\p{Script=Latin}][\p{Script=Latin}'’.-]{1,20}\s){1,4}`;
const STREET = String.raw`\d{1,5}[a-z]?\s${WORDS}(?:street|st|avenue|ave|road|rd|close|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|boulevard|blvd|terrace|crescent|gardens|grove|row|hill|mews|parkway|pkwy|highway|hwy)(?![a-z])\.?`;
/** A street, and where in the house, if that follows. */
const HOUSE = String.raw`${FLAT}?${STREET}(?:,?\s{1,2}(?:apt|apartment|flat|unit|suite|ste|room)\.?\s?#?\d{1,5}[a-z]?(?![a-z\d]))?`;
/** Where the words before say that an address comes, it needs no postcode. */
const INTRODUCED = String.raw`(?:deliver(?:ed|y)?(?: it)? to|ship(?:ped)?(?: it)? to|sen[dt](?: it)? to|live at|living at|moved to|reside at|my (?:home |new |billing |shipping |postal )?address(?: is|:)|address:)\s{1,2}`;

/** Streets with their numbers and postcodes, as Europe and America write them. */
export const findPostalAddresses = patternFinder(
  'postal-address',
  new RegExp(
    [
      String.raw`(?<![\d.a-z])(?<english>${HOUSE}${TOWN}${POSTCODE}(?:\s\p{L}{3,24})?)`,
      String.raw`${INTRODUCED}(?<introduced>${HOUSE}(?:${TOWN}${POSTCODE})?)`,
      // Where on the earth, to a metre or ten; amounts of coins begin with 0.
      String.raw`(?<![\d.])(?<place>[+-]?(?!0\.)\d{1,2}\.\d{5,10}°?\s?[ns]?\s?,\s?[+-]?(?!0\.)\d{1,3}\.\d{5,10}(?![\d.])°?(?:\s?[ew](?![a-z]))?)`,
      String.raw`(?<![a-z\d])(?<box>(?:p\.?\s?o\.?|post office)\s?box\s\d{1,6}(?:${TOWN}${POSTCODE})?)`,
      String.raw`(?<![\p{L}\d])(?<german>\p{L}{2,24}(?:straße|strasse|str\.|weg|gasse|allee|platz|ring|damm|ufer|laan|straat|plein|gatan|vej|gade|veien)\s\d{1,4}\s?[a-z]?,?\s{1,2}\d{4,5}\s\p{L}{3,24})`,
      String.raw`(?<![\d.])(?<french>\d{1,4}(?:\s?bis)?,?\s(?:rue|avenue|av\.?|boulevard|bd|chemin|place|allée|impasse|quai|cours|route)\s[\p{L}'’. -]{2,40},?\s\d{5}\s\p{L}{3,24})`,
      String.raw`(?<![\p{L}\d])(?<spanish>(?:calle|avenida|av\.|plaza|paseo|rua|via|viale|piazza|corso|ul\.|ulica)\s[\p{L}'’. ]{2,40}\s?,?\s?\d{1,4}[a-z]?,?\s\d{2}-?\d{3}\s\p{L}{3,24})`,
    ].join('|'),
    'dgu',
  ),
);

const HAN = String.raw`\p{Script=Han}`;
/** 12号602室, 8号楼1203, B座, A塔2501 */
const WITHIN = String.raw`(?:${HAN}{0,10}[\da-z]{1,5}(?:[号號][楼樓]|单元|[栋幢座塔号號楼樓层層室弄])(?:\d{1,5}室?)?){0,4}`;
/** 路88弄, 大道15号; a 道 by itself is the end of 知道. */
const ROAD = String.raw`(?:路|街|大道|巷|胡同|弄)(?:[东東西南北中一二三四五六七八九十][路段]?)?\d{1,5}[号號弄]`;
/** Greetings and verbs that stand before a place without a space: the district begins after them. */
const CHINESE_BEGINS = String.raw`(?:${HAN}{2,7}(?:省|自治区))?(?:${HAN}{2,7}市)?(?:${HAN}{1,7}[区區县縣镇鎮乡鄉])?${HAN}{1,10}`;

/** Chinese addresses: from the province, or from the road, to the room. */
export const findChineseAddresses = patternFinder(
  'postal-address',
  new RegExp(
    [
      String.raw`(?:地址(?:是|为)?[:\s]{0,2}|住在|送到|寄到|家在)?(?<road>${CHINESE_BEGINS}${ROAD}${WITHIN})`,
      String.raw`(?<estate>${HAN}{2,10}(?:小区|花园|苑|公寓|家园|大厦|新村)\d{1,3}(?:号楼|单元|[栋幢座号])${WITHIN})`,
    ].join('|'),
    'dgu',
  ),
);
