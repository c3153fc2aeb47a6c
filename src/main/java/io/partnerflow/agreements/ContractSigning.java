package io.partnerflow.agreements;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.PagePictures;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What the person who was asked to sign can do with the link in the letter, without any log-in. */
@ModuleService
public class ContractSigning {

    private static final int LONGEST_NAME = 100;

    private final Agreements agreements;
    private final Orders orders;
    private final OrderWords words;
    private final AgreementLinks links;
    private final SignatureRecords records;
    private final SignedFiles files;
    private final EvidencePaper evidence;
    private final AgreementLetters letters;
    private final FileFindings findings;
    private final Documents documents;
    private final PagePictures pictures;
    private final VendorCalendar calendar;

    ContractSigning(
            Agreements agreements,
            Orders orders,
            OrderWords words,
            AgreementLinks links,
            SignatureRecords records,
            SignedFiles files,
            EvidencePaper evidence,
            AgreementLetters letters,
            FileFindings findings,
            Documents documents,
            PagePictures pictures,
            VendorCalendar calendar) {
        this.agreements = agreements;
        this.orders = orders;
        this.words = words;
        this.links = links;
        this.records = records;
        this.files = files;
        this.evidence = evidence;
        this.letters = letters;
        this.findings = findings;
        this.documents = documents;
        this.pictures = pictures;
        this.calendar = calendar;
    }

    /**
     * A signature as it is given on the page.
     *
     * @param name      typed by who signs
     * @param agreed    whether the box was ticked
     * @param address   of the network it comes from
     * @param userAgent as the browser names itself; null if it does not
     */
    public record Given(
            @Nullable String name,
            boolean agreed,
            String address,
            @Nullable String userAgent) {}

    /**
     * What the link leads to. Changes nothing, since mail scanners look at links too.
     *
     * @throws NotFound if the link leads nowhere (any more)
     */
    @Transactional(readOnly = true)
    public SigningView look(String secret, Locale language) {
        var number = links.orderOnceOf(secret);
        var agreement = agreements.about(number).view();
        var signature = records.onPage(number, agreement.round())
                .filter(found -> agreement.status() == AgreementStatus.UPLOADED
                        || agreement.status() == AgreementStatus.CONCLUDED);
        if (signature.isEmpty()) {
            links.orderOf(secret);
            requireOut(agreement);
        }
        return view(orders.get(number), agreement, signature.orElse(null), language);
    }

    private static void requireOut(AgreementView agreement) {
        if (agreement.status() != AgreementStatus.SENT) {
            throw new NotFound("link", AgreementLinks.PURPOSE);
        }
    }

    private SigningView view(
            OrderView order, AgreementView agreement, @Nullable PageSignature signature, Locale language) {
        return new SigningView(
                signature == null ? SigningView.State.TO_SIGN : SigningView.State.SIGNED,
                order.number(),
                agreement.round(),
                words.name(order.customer()),
                words.name(order.reseller()),
                order.reseller(),
                words.goods(order, language),
                documents.find(agreement.document()),
                pictures.count(agreement.document()),
                Objects.requireNonNull(order.signatory()),
                agreement.deadline(),
                signature);
    }

    /**
     * The paper itself.
     *
     * @throws NotFound as {@link #look} says
     */
    @Transactional(readOnly = true)
    public Document paper(String secret) {
        return look(secret, Locale.ROOT).document();
    }

    /**
     * One page of it as a PNG, for browsers that show no PDF.
     *
     * @param page counted from 1
     * @throws NotFound if the link leads nowhere, or there is no such page
     */
    @Transactional(readOnly = true)
    public byte[] picture(String secret, int page) {
        return pictures.of(paper(secret).id(), page);
    }

    /**
     * Signs the paper: from now on the link only tells so. Signer and reseller get a copy together with the evidence.
     *
     * @throws NotFound if the link cannot be used (any more)
     * @throws Invalid naming {@code name} and {@code agreed}
     */
    public void sign(String secret, Given given) {
        var number = links.orderOf(secret);
        var name = checked(given);
        var order = orders.get(number);
        var agreement = agreements.about(number);
        requireOut(agreement.view());
        links.useUp(secret);
        var signature = signature(order, agreement.view(), name, given);
        records.keep(number, agreement.view().round(), signature);
        var said =
                findings.of(signature, Objects.requireNonNull(order.signatory()).name());
        files.take(
                order,
                agreement,
                new SignedFile(signature.document(), SignedHow.ON_PAGE, signature.email(), signature.signedAt(), said));
        letters.signed(order, agreement.view(), signature);
    }

    private static String checked(Given given) {
        var problems = new Invalid.Collector();
        var name = Typed.line("name", given.name(), LONGEST_NAME, problems);
        if (!given.agreed()) {
            problems.add(Invalid.Field.of("agreed", "required", "invalid.signature-not-agreed"));
        }
        problems.throwIfAny();
        return name;
    }

    private PageSignature signature(OrderView order, AgreementView agreement, String name, Given given) {
        var document = documents.find(agreement.document());
        var proof = new EvidencePaper.Facts(
                name,
                Objects.requireNonNull(order.signatory()),
                calendar.now(),
                given.address(),
                given.userAgent() == null ? "" : given.userAgent(),
                document,
                pictures.count(document.id()));
        return new PageSignature(
                name,
                proof.asked().email().value(),
                proof.at(),
                proof.address(),
                proof.userAgent(),
                document.id(),
                document.sha256(),
                evidence.print(order, agreement.round(), proof));
    }

    /**
     * Takes the paper in that the signatory has signed elsewhere: a PDF with a digital signature, or a scan.
     *
     * @throws NotFound if the link cannot be used (any more)
     * @throws Conflict if no signed file is waited for
     * @throws io.partnerflow.documents.UploadRefused if the file cannot be taken
     */
    public void upload(String secret, byte[] content, String fileName) {
        var order = orders.get(links.orderOf(secret));
        var agreement = agreements.about(order.number());
        files.upload(
                order,
                agreement,
                content,
                fileName,
                Objects.requireNonNull(order.signatory()).email().value());
    }
}
