/** The build hands style sheets of the widget over as text. */
declare module '*.css' {
  const text: string;
  export default text;
}
