// What opens under an answered passage, as one file: fetched when a mark is first pressed.
export { AnswersPanel } from "@/components/answers/AnswersPanel.client";
export { makeRoom } from "@/components/answers/room.client";
