import { inTurn, patternFinder } from './pattern.ts';

const SAYS = String.raw`(?:\s?(?:is|was|[:=#]|是|为))?[\s:]{0,3}`;
const NUMBER = String.raw`(?:\s?(?:number|no\.?|id|#)|号码?|證?号)?`;
const hasDigits = (value: string): boolean => (value.match(/\d/g)?.length ?? 0) >= 3;

/** Numbers of papers that only the words beside them make one: licences, tax, insurance, permits. */
const papers = patternFinder(
  'national-id',
  new RegExp(
    [
      String.raw`(?:driv(?:ing|er['’]?s?|ers)\slicen[cs]e|驾照|驾驶证)${NUMBER}${SAYS}(?<licence>[a-z0-9][a-z0-9-]{5,17})`,
      String.raw`(?<![a-z])(?:tax\s(?:id|code|identification number)|vat(?:\s(?:id|number|no\.?))|tin|ein|itin|steuer-?id|nif|cpf|税号|纳税人识别号|统一社会信用代码)${NUMBER}${SAYS}(?<tax>[a-z]{0,3}\s?\d[\da-z]{4,17}(?:[./-]\d{1,6}){0,4})`,
      String.raw`(?<![a-z])(?:ni|nino|national insurance)${NUMBER}${SAYS}(?<insurance>[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d])`,
      String.raw`(?:通行证|台胞证|回乡证|居住证|社保卡?|医保卡?|学生证|军官证)${NUMBER}${SAYS}(?<permit>[a-z]{0,2}\d{7,18})`,
      String.raw`(?<![\p{L}\d])(?<hongKong>[a-z]{1,2}\d{6}\s?[(（][\da][)）])`,
      String.raw`(?:aadhaar|pan card|medicare|passport)${NUMBER}${SAYS}(?<other>[a-z]{0,5}\d{4}[\s-]?\d{2,4}[\s-]?\d{0,4}[a-z]?)`,
    ].join('|'),
    'dgu',
  ),
  hasDigits,
);
const plate = patternFinder(
  'national-id',
  new RegExp(
    [
      String.raw`(?:licen[cs]e plate|number plate|registration plate|plate(?: number| no\.?)|kennzeichen)${SAYS}(?<named>[a-zäöü0-9]{1,4}(?:[ -][a-z0-9]{1,4}){0,2})`,
      String.raw`(?<![\p{Script=Han}])(?<chinese>[京津沪渝冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤川琼][a-z][·\s]?(?=[a-z]{0,4}\d)[a-z0-9]{5,6})(?![a-z0-9])|车牌号?码?${SAYS}(?<said>[\p{Script=Han}]?[a-z][·\s]?[a-z0-9]{5,6})(?![a-z0-9])`,
    ].join('|'),
    'dgu',
  ),
  (value) => /\d/.test(value),
);
/** A device by its number: whoever has it can be followed by it. */
const device = patternFinder(
  'device-id',
  new RegExp(
    [
      String.raw`(?<![a-z])(?:imei|meid)\d?${NUMBER}${SAYS}(?<imei>\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d{1,2})(?!\d)`,
      String.raw`(?<![0-9a-f:-])(?<mac>[0-9a-f]{2}(?<sign>[:-])(?:[0-9a-f]{2}\k<sign>){4}[0-9a-f]{2})(?![0-9a-f:-])`,
      String.raw`(?:serial(?:\s(?:number|no\.?))|序列号)${SAYS}(?<serial>[a-z0-9]{8,20})(?![a-z0-9])`,
    ].join('|'),
    'dgu',
  ),
  hasDigits,
);
const securityAnswer = patternFinder(
  'security-answer',
  /(?:(?:secret|security) (?:question )?(?:answer|word)|memorable (?:word|name|place)|(?:mother['’]?s )?maiden name|密保(?:问题)?答案|安全问题的?答案)(?:\s(?:is|was)\s|\s?[:=]\s{0,3}|是|为)(?<value>[^\s,;，。；]{3,40})/dgu,
  (value) =>
    !/^(?:not|wrong|incorrect|correct|right|invalid|rejected|refused|the|also|always|never|being|too|no|missing|空|错|不|什么|对的)/i.test(
      value,
    ),
);

export const findNamedNumbers = inTurn<'national-id' | 'device-id' | 'security-answer'>([
  papers,
  plate,
  device,
  securityAnswer,
]);
