package io.partnerflow.operations;

import io.partnerflow.dunning.DunningView;
import io.partnerflow.dunning.Dunnings;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is being reminded or kept from ordering, and how much it is about. */
@Component
class LatePayers {

    private static final int MOST = 200;

    private final Dunnings dunnings;
    private final Receivables receivables;
    private final Organisations organisations;

    LatePayers(Dunnings dunnings, Receivables receivables, Organisations organisations) {
        this.dunnings = dunnings;
        this.receivables = receivables;
        this.organisations = organisations;
    }

    record Line(DunningView dunning, Receivable receivable, String payer) {}

    List<Line> now() {
        var running = dunnings.running(MOST);
        var open = receivables.of(running.stream().map(DunningView::invoice).toList());
        var names = organisations.get(running.stream().map(DunningView::payer).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Party::id, Party::name));
        return running.stream()
                .map(one -> new Line(one, open.get(one.invoice()), names.get(one.payer())))
                .toList();
    }
}
