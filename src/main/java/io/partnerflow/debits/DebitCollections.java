package io.partnerflow.debits;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.NotFound;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Collections, as staff see them. */
@ModuleService
@Transactional(readOnly = true)
public class DebitCollections {

    private static final int SHOWN = 100;

    private final CollectionRows rows;

    DebitCollections(CollectionRows rows) {
        this.rows = rows;
    }

    /** @throws NotFound if there is none */
    public DebitCollection get(String number) {
        return rows.find(number).orElseThrow(() -> new NotFound("debit-collection", number));
    }

    /** The latest ones, latest first. */
    public List<DebitCollection> latest() {
        return rows.latest(SHOWN);
    }

    /** @throws NotFound if there is no such collection */
    public List<DebitCollection.Presentation> debits(String number) {
        return rows.presentations(get(number).number());
    }

    /**
     * The file for the bank.
     *
     * @throws NotFound if it is not released
     */
    public byte[] file(String number) {
        return rows.file(number).orElseThrow(() -> new NotFound("debit-file", number));
    }
}
