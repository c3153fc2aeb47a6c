package io.partnerflow.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestOffers;
import io.partnerflow.TestParties;
import io.partnerflow.documents.Documents;
import io.partnerflow.offers.WantedOffer.Origin;
import io.partnerflow.parties.Brandings;
import io.partnerflow.processes.OfferTests;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.Rentals;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an offer begins with, and that nothing changes what was sent. */
@PartnerflowTest
class OfferStartsTest extends OfferTests {

    private static final String BY = "maria@reseller.example";

    @Autowired
    OfferStarts starts;

    @Autowired
    OfferList list;

    @Autowired
    Rentals rentals;

    @Autowired
    Brandings brandings;

    @Autowired
    Documents documents;

    @Test
    void aFollowUpBeginsWithTheBundleOfTheContract() {
        var contract = rentals.begin(reseller, customer, 24);

        var number = management.create(starts.following(reseller.id(), contract, BY));

        var offer = offers.get(number);
        assertThat(offer.follows()).isEqualTo(contract);
        assertThat(offer.termMonths()).isEqualTo(24);
        assertThat(offer.components())
                .extracting(OfferView.Component::product, OfferView.Component::quantity)
                .containsExactly(tuple("laptop-14", 3), tuple("office-suite", 3), tuple("electronics-insurance", 3));
        dispatch.send(reseller.id(), number);
        assertThat(accept(number)).isEqualTo(view(number).orderNumber());
        assertThat(list.following(reseller.id(), contract))
                .extracting(OfferRow::number)
                .containsExactly(number);
    }

    @Test
    void thePaperHasTheLookOfTheResellerAndNothingOfItsCommission() throws IOException {
        brandings.save(reseller.id(), new Brandings.Wanted("#7a1fa2", "Nordlicht IT", logo(), false), BY);
        var offer = view(sent());
        var paper = documents.about(offer.number()).get(0);
        var pdf = documents.content(paper.id());
        Files.createDirectories(Path.of("target", "look"));
        Files.write(Path.of("target", "look", "offer.pdf"), pdf);

        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(
                            offer.number(),
                            customer.name(),
                            "Nordlicht IT",
                            "560.30",
                            "20,170.80",
                            "Help desk",
                            "As we talked about")
                    .doesNotContainIgnoringCase("commission")
                    .doesNotContain("1,281.78", "599.94");
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
        assertThat(paper.isOwnedBy(customer.id().toString())).isTrue();
    }

    private static byte[] logo() throws IOException {
        var picture = new BufferedImage(320, 80, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0x7a1fa2));
        pen.fillRect(0, 0, 320, 80);
        pen.setColor(Color.WHITE);
        pen.fillOval(20, 20, 40, 40);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void anAlternativeBeginsWithTheDeclinedBundleAndMayBeShorter() {
        var order = accept(sent());
        database.sql("UPDATE customer_order SET status = 'DECLINED' WHERE number = ?")
                .param(order)
                .update();
        var old = offers.ofOrder(order).orElseThrow();

        var alternative = offers.get(management.create(starts.insteadOf(reseller.id(), order, BY)));

        assertThat(alternative.alternativeTo()).isEqualTo(order);
        assertThat(alternative.components()).isEqualTo(old.components());
        assertThat(alternative.ownServices()).isEqualTo(old.ownServices());
        management.change(alternative.number(), bundle().forMonths(12).wanted());
        assertThat(offers.get(alternative.number()).alternativeTo())
                .as("where it comes from stays")
                .isEqualTo(order);
        assertThat(offers.get(alternative.number()).termMonths()).isEqualTo(12);
    }

    @Test
    void aContractOfSomebodyElseIsNoStart() {
        var order = accept(sent());
        var stranger = new TestParties(organisations, resellers).resellerOf("workplace", "0");
        assertThatThrownBy(() -> starts.insteadOf(stranger.id(), order, BY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> starts.following(reseller.id(), "SU-2020-999999", BY))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anotherTableOfRatesChangesNewOffersOnlyAndADraftIsNotSentUnseen() throws IOException {
        var sent = sent();
        var commission = view(sent).commission();
        var draft = management.create(bundle().wanted());
        var changed =
                Files.readString(Path.of("processes/offer.commission-rate.dmn")).replace("\"5\"", "\"9\"");
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("offer.commission-rate.dmn", changed)
                .deploy();
        try {
            assertThat(view(sent).commission()).isEqualTo(commission);
            assertThatThrownBy(() -> dispatch.send(reseller.id(), draft))
                    .isInstanceOfSatisfying(
                            Conflict.class, seen -> assertThat(seen.code()).isEqualTo("offer-price-changed"));
            management.change(draft, bundle().wanted());
            dispatch.send(reseller.id(), draft);
            assertThat(view(draft).commission().commission()).isGreaterThan(commission.commission());
            accept(sent);
            assertThat(view(sent).commission()).isEqualTo(commission);
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void aDraftThatWasGivenUpLeavesWhatWasSent() {
        var number = sent();
        management.change(number, bundle().forMonths(24).wanted());
        management.dropDraft(reseller.id(), number);
        assertThat(offers.draft(reseller.id(), number).termMonths()).isEqualTo(36);
        assertThatThrownBy(() -> dispatch.send(reseller.id(), number))
                .isInstanceOfSatisfying(
                        Conflict.class, nothing -> assertThat(nothing.code()).isEqualTo("offer-already-sent"));
    }

    @Test
    void anOriginOfAnotherCustomerIsRefused() {
        var order = accept(sent());
        var other = new TestParties(organisations, resellers).customerOf(reseller);
        var wanted = TestOffers.of(reseller, other).from(new Origin(null, order));
        assertThatThrownBy(() -> management.create(wanted.wanted())).isInstanceOf(Invalid.class);
    }
}
