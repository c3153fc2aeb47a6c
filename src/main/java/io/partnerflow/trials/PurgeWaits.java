package io.partnerflow.trials;

/** Data that an open order may need are not deleted. The message is for a manager. */
class PurgeWaits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PurgeWaits(String message) {
        super(message);
    }
}
