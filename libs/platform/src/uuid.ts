const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether an id from outside can be one of ours at all; one that can't is answered like one that doesn't exist. */
export const isUuid = (id: string): boolean => UUID.test(id);
