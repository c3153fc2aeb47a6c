package io.partnerflow.orders;

/**
 * One question about an order that a machine can answer before a person looks (PA-8). Any module that knows an answer
 * declares a bean.
 */
public interface OrderCheck {

    /** Kebab-case; the question is {@code order-check.<name>} in the message bundles. */
    String name();

    /** Where it stands among the others, from 1. */
    int position();

    Answer answer(OrderView order);

    /**
     * @param passed whether everything is as it should be
     * @param detail what was found, in a few words for the order desk
     */
    record Answer(boolean passed, String detail) {}
}
