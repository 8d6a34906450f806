import { ref } from 'vue'

/** Counts changes of value made on this page, so that the statement beside it loads again. */
export const changes = ref(0)
