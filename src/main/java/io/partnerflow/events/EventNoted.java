package io.partnerflow.events;

/** Something has been noted that still needs its place in the journals. */
record EventNoted() {}
