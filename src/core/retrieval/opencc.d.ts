/** Pairs of a Traditional character and its simplified form, separated by "|" and a space. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
