/**
 * The language that Pagefind is told: one it knows nothing of, so that it neither shortens words to their stems nor
 * cuts texts by itself, on which its two halves disagree.
 */
export const INDEX_LANGUAGE = 'und';
