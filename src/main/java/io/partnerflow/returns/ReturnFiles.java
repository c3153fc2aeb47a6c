package io.partnerflow.returns;

import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what is read about returns. */
@Component
class ReturnFiles {

    private final ReturnedDeviceRows devices;
    private final WipeRows wipes;
    private final FeeRows fees;
    private final ReturnPapers papers;
    private final Organisations organisations;

    ReturnFiles(
            ReturnedDeviceRows devices,
            WipeRows wipes,
            FeeRows fees,
            ReturnPapers papers,
            Organisations organisations) {
        this.devices = devices;
        this.wipes = wipes;
        this.fees = fees;
        this.papers = papers;
        this.organisations = organisations;
    }

    ReturnFile of(ReturnView head) {
        var number = head.number();
        return new ReturnFile(
                head,
                devices.of(number),
                wipes.of(number),
                fees.of(number),
                devices.unexpected(number),
                papers.labelOf(head).orElse(null),
                papers.certificateOf(number).orElse(null));
    }

    /** Two questions, however many returns there are. */
    List<ReturnSummary> summaries(List<ReturnView> heads) {
        var lines = devices.of(heads.stream().map(ReturnView::number).toList()).stream()
                .collect(Collectors.groupingBy(ReturnedDevice::number));
        var names = organisations
                .get(heads.stream().map(ReturnView::customer).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Party::id, Party::name));
        return heads.stream()
                .map(head -> summary(head, names.get(head.customer()), lines.getOrDefault(head.number(), List.of())))
                .toList();
    }

    private static ReturnSummary summary(ReturnView head, String customer, List<ReturnedDevice> all) {
        return new ReturnSummary(
                head,
                customer,
                all.size(),
                (int) all.stream().filter(device -> device.receivedAt() != null).count(),
                (int) all.stream().filter(device -> device.endedAs() != null).count());
    }
}
