import { seededRandom } from '../../src/core/random.ts';

/** Five of each of 24 kinds of what is private by the words beside it, made up, each as somebody would say it. */
export function privateFacts(): { readonly secret: string; readonly said: string }[] {
  const random = seededRandom(11);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (characters: string): string => characters.charAt(below(characters.length));
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(97 + below(26))).join('');
  const capital = (count: number): string => letters(1).toUpperCase() + letters(count - 1);
  const person = (): string => `${capital(6)} ${capital(8)}`;
  const chinese = (): string => pick('林沈唐罗梁') + pick('巧梦明志文') + pick('稚溪轩远博');
  const kinds: readonly (() => readonly [string, (secret: string) => string])[] = [
    () => [person(), (secret) => `my husband ${secret} ordered it`],
    () => [person(), (secret) => `please call ${secret} back`],
    () => [person(), (secret) => `cc ${secret}`],
    () => [person(), (secret) => `/${secret}`],
    () => [person(), (secret) => `Thanks, ${secret}.`],
    () => [chinese(), (secret) => `请找${secret}，谢谢`],
    () => [chinese(), (secret) => `持卡人：${secret}`],
    () => [chinese(), (secret) => `客服${secret}答应退款`],
    () => [chinese(), (secret) => `收件人: "${secret}" < >`],
    () => [`${2 + below(90)} ${capital(7)} Close`, (secret) => `deliver to ${secret}, Swindon SN5 7AB`],
    () => [`${capital(6)}straße ${2 + below(90)}`, (secret) => `my house is ${secret}, 80331 München`],
    () => [
      `路${2 + below(80)}弄1${digits(1)}号${digits(3)}室`,
      (secret) => `地址是上海市浦东新区张江${secret}`,
    ],
    () => [`19${70 + below(29)}-03-1${digits(1)}`, (secret) => `I was born ${secret}`],
    () => [`19${70 + below(29)}年3月1${digits(1)}日`, (secret) => `出生日期${secret}`],
    () => [`wx_${letters(5)}${digits(3)}`, (secret) => `微信号 ${secret}`],
    () => [`${letters(5)}_${digits(3)}`, (secret) => `my telegram is @${secret}`],
    () => [`8${digits(8)}`, (secret) => `加我QQ ${secret}`],
    () => [`沪A${digits(2)}D${digits(2)}`, (secret) => `车牌 ${secret}`],
    () => [`49${digits(13)}`, (secret) => `IMEI ${secret}`],
    () => [`3c:52:8${digits(1)}:4f:${digits(2)}:1${digits(1)}`, (secret) => `mac ${secret}`],
    () => [`DE${digits(9)}`, (secret) => `tax id ${secret}`],
    () => [`Fluffy${letters(8)}`, (secret) => `secret answer: ${secret}`],
    () => [`z${letters(6)}-${digits(4)}`, (secret) => `see https://shop.example/o/${secret}?token=${secret}`],
    () => [`一三${pick('三五七八')}零零一三八零零${pick('一二三四')}`, (secret) => `电话${secret}`],
  ];
  return Array.from({ length: 5 }, () => kinds).flatMap((all) =>
    all.map((make) => {
      const [secret, say] = make();
      return { secret, said: say(secret) };
    }),
  );
}
