import localFont from "next/font/local";

/**
 * The fonts in the letters that most pages are written in: asked for at once, and left out of a page
 * that they reach too late, for text that jumps while it is read is worse than text in another
 * font. Other scripts come by globals.css, to pages that have them.
 */
export const sans = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  variable: "--latin-sans",
});

export const serif = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2",
      weight: "200 900",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/literata/files/literata-latin-wght-italic.woff2",
      weight: "200 900",
      style: "italic",
    },
  ],
  display: "optional",
  adjustFontFallback: "Times New Roman",
  variable: "--latin-serif",
});
