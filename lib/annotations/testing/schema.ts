import { z } from "zod";

// The shape of an AnnotationPage (https://www.w3.org/TR/annotation-model/), for tests: strict, so
// that nothing is sent that the standard or docs/quoting.md does not name.

const iri = z.url({ protocol: /^https?$/ });

/** xsd:dateTime in UTC. */
const dateTime = z.iso.datetime();

const quoteSelector = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

const positionSelector = z.strictObject({
  type: z.literal("TextPositionSelector"),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});

const target = z.strictObject({
  type: z.literal("SpecificResource"),
  source: iri,
  revision: z.int().positive().optional(),
  state: z.strictObject({ type: z.literal("TimeState"), sourceDate: dateTime }).optional(),
  selector: z.union([quoteSelector, z.tuple([quoteSelector, positionSelector])]),
});

const annotation = z.strictObject({
  id: iri,
  type: z.literal("Annotation"),
  motivation: z.enum(["replying", "highlighting"]),
  creator: z.strictObject({ id: iri, type: z.literal("Person"), name: z.string().min(1) }),
  created: dateTime,
  quoteStatus: z.enum(["verbatim", "elided", "altered", "source edited"]),
  body: z
    .strictObject({
      type: z.literal("TextualBody"),
      format: z.literal("text/html"),
      value: z.string().min(1),
      purpose: z.literal("replying"),
    })
    .optional(),
  target: z.union([target, z.array(target).min(2)]),
});

export const annotationPageSchema = z.strictObject({
  "@context": z.tuple([
    z.literal("http://www.w3.org/ns/anno.jsonld"),
    z.record(z.string(), z.string().startsWith("urn:rejoinder:")),
  ]),
  id: iri,
  type: z.literal("AnnotationPage"),
  partOf: z.strictObject({
    id: iri,
    type: z.literal("AnnotationCollection"),
    label: z.string().min(1),
    total: z.int().nonnegative(),
  }),
  startIndex: z.literal(0),
  items: z.array(annotation),
});
