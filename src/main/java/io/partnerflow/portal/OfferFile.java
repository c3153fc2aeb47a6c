package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Vendor;
import io.partnerflow.offers.OfferQuestion;
import io.partnerflow.offers.OfferStatus;
import io.partnerflow.offers.OfferView;
import io.partnerflow.offers.Offers;
import io.partnerflow.parties.Organisations;
import io.partnerflow.portal.Shell.Step;
import io.partnerflow.shared.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything the page of one offer shows. */
@Component
class OfferFile {

    private final Offers offers;
    private final Organisations organisations;
    private final Documents documents;
    private final LivePictures pictures;
    private final Vendor vendor;
    private final MessageSource messages;
    private final ConversationCard conversation;

    OfferFile(
            Offers offers,
            Organisations organisations,
            Documents documents,
            LivePictures pictures,
            Vendor vendor,
            MessageSource messages,
            ConversationCard conversation) {
        this.offers = offers;
        this.organisations = organisations;
        this.documents = documents;
        this.pictures = pictures;
        this.vendor = vendor;
        this.messages = messages;
        this.conversation = conversation;
    }

    /** @throws io.partnerflow.shared.NotFound if the offer is none of the reseller's */
    Map<String, Object> of(Caller caller, String number, Locale language) {
        var offer = offers.get(caller.reseller(), number);
        var versions = offers.sentVersions(caller.reseller(), number);
        var questions = offers.questions(caller.reseller(), number);
        var shown = new HashMap<String, Object>();
        shown.put("offer", offer);
        shown.put("customerName", organisations.get(offer.customer()).name());
        shown.put("resellerName", caller.acting().organisationName());
        shown.put("versions", versions);
        shown.put(
                "draft",
                offer.draft() == null || offer.status() == OfferStatus.DRAFT
                        ? null
                        : offers.draft(caller.reseller(), number));
        shown.put("questions", questions);
        shown.put("open", questions.stream().filter(OfferQuestion::isOpen).toList());
        shown.put("steps", steps(offer, versions, questions, language));
        shown.put("papers", documents.about(number));
        shown.put("mayOrder", caller.acting().role().mayOrder());
        shown.put("problems", List.of());
        shown.put("live", pictures.of(caller, number, language));
        shown.put("conversation", conversation.of(caller, number));
        return shown;
    }

    private List<Step> steps(
            OfferView offer, List<OfferView> versions, List<OfferQuestion> questions, Locale language) {
        var times = new Formats(language, vendor.timeZone());
        var happened = new ArrayList<Happened>();
        happened.add(new Happened(offer.createdAt(), text("begun", language, offer.createdBy())));
        versions.forEach(version -> happened.add(new Happened(
                Objects.requireNonNull(version.sentAt()), text("version-sent", language, version.version()))));
        questions.forEach(question -> {
            happened.add(new Happened(question.askedAt(), text("asked", language, question.askedBy())));
            if (question.answeredAt() != null) {
                happened.add(new Happened(
                        question.answeredAt(), text("answered", language, Objects.toString(question.answeredBy()))));
            }
        });
        if (offer.endedAt() != null) {
            happened.add(
                    new Happened(offer.endedAt(), text("ended." + offer.status().name(), language)));
        }
        return happened.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .map(one -> new Step("done", one.what(), times.time(one.at())))
                .toList();
    }

    private record Happened(Instant at, String what) {}

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage("portal.offer.step." + key, args, language);
    }
}
