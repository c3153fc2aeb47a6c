package io.partnerflow.diagrams;

/**
 * A node or line of a model, reduced to what a picture shows of it.
 *
 * @param kind         name of the BPMN element, such as {@code userTask}
 * @param name         what is written at it; may be empty
 * @param event        what an event is about: {@code message}, {@code timer}, {@code error}, {@code compensate},
 *                     {@code terminate}; empty for none
 * @param interrupting false for a boundary event that lets its host go on
 * @param undo         a task that only undoes another
 * @param byEvent      a sub-process that an event starts
 * @param calls        key of the process that a call activity begins; empty for none
 */
record Part(
        String id,
        String kind,
        String name,
        String event,
        boolean interrupting,
        boolean undo,
        boolean byEvent,
        String calls) {

    Part named(String other) {
        return new Part(id, kind, other, event, interrupting, undo, byEvent, calls);
    }

    boolean isTask() {
        return kind.endsWith("Task") || kind.equals("callActivity") || kind.equals("task");
    }

    boolean isGateway() {
        return kind.endsWith("Gateway");
    }

    boolean isEvent() {
        return kind.endsWith("Event");
    }

    /** Happens because of us rather than to us; drawn filled. */
    boolean throwsEvent() {
        return kind.equals("endEvent") || kind.equals("intermediateThrowEvent");
    }
}
