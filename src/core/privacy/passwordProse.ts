/** What is said of passwords, in one word: after "my password is" these are no password. */
export const ORDINARY: ReadonlySet<string> = new Set(
  (
    'about absent accepted account admin after again allowed also always annoying another anything asked available ' +
    'back based because before being below better between both broken button cannot case changed clear clearly ' +
    'complex compromised confirm correct could current different difficult does dont each eight either email empty ' +
    'encrypted enough entered error even ever exactly exposed fails false field fine first five forgot forgotten ' +
    'from gone good google great hacked hard have hello here hidden idk incorrect input inside invalid just kept ' +
    'known leaked letters like locked long longer lost maybe mine missing mismatch more must need needed necessary never ' +
    'nine none null nope nothing okay once only optional other over page perfect please protected public quite ' +
    'ready really rejected required reset right safe same screen secret secure seven short shown similar simple six some ' +
    'something somewhere still stolen stored strong such sure than that their them then there these they this those ' +
    'three true twelve unclear undefined under unknown unsafe until useless valid very visible weak what when where ' +
    'which while whole will with within without works would write wrong your yours face apple biometric fingerprint ' +
    'manager managers metamask ledger trezor keystore wallet phone chrome browser bitwarden keychain icloud onepassword ' +
    'hints hint recovery change login sign help support username user reset update blank disabled enabled lastpass'
  ).split(' '),
);
