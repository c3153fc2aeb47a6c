package io.partnerflow.portal;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.access.Caller;
import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.diagrams.PictureNotes;
import io.partnerflow.diagrams.ProcessPictures;
import io.partnerflow.diagrams.PublicProcess;
import io.partnerflow.diagrams.PublicProcess.Element;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ProcessDiagram.Party;
import io.partnerflow.engine.ProcessDiagram.State;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Draws and tells how far things have come. */
@Component
class LivePictures {

    /** What a reseller can do about what waits for it: where, and what the button says. */
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "receiveTask_receiveOrderForm", List.of("/forms/order/%s", "portal.order.fill-in"),
            "receiveTask_awaitSignedAgreement", List.of("/orders/%s#agreement", "portal.order.upload"),
            "receiveTask_awaitResellerAnswer", List.of("/forms/provisioning-answer/%s", "portal.provisioning.answer"),
            "receiveTask_awaitAlternative", List.of("/orders/%s/credit-alternative", "portal.credit.choose"),
            "receiveTask_awaitReceipts", List.of("/orders/%s#delivery", "portal.delivery.to-shipments"));

    private final LiveThings things;
    private final ProcessPictures pictures;
    private final ModelNames names;
    private final MessageSource messages;
    private final Vendor vendor;
    private final Clock clock;

    LivePictures(
            LiveThings things,
            ProcessPictures pictures,
            ModelNames names,
            MessageSource messages,
            Vendor vendor,
            Clock clock) {
        this.things = things;
        this.pictures = pictures;
        this.names = names;
        this.messages = messages;
        this.vendor = vendor;
        this.clock = clock;
    }

    /** For the page of the thing itself; null where it has no process. */
    @Nullable
    LivePicture of(Caller caller, String number, Locale language) {
        return of(things.of(caller, number), null, caller.acting().role().mayOrder(), language);
    }

    /** @throws NotFound if it has no such process, or that is nobody's business outside */
    LivePicture of(Caller caller, String number, @Nullable String process, Locale language) {
        var live = of(things.of(caller, number), process, caller.acting().role().mayOrder(), language);
        if (live == null) {
            throw new NotFound("process", number);
        }
        return live;
    }

    /** For a thing whose page has made sure who reads it. */
    @Nullable
    LivePicture of(LiveThings.Thing thing, @Nullable String process, boolean mayAct, Locale language) {
        var shown = thing.processes().stream()
                .flatMap(one -> pictures.of(one).stream())
                .toList();
        return shown.stream()
                .filter(one -> process == null || one.process().equals(process))
                .findFirst()
                .map(one -> new Composition(thing, shown, one, mayAct, language).picture())
                .orElse(null);
    }

    private final class Composition {

        private final LiveThings.Thing thing;
        private final List<PublicProcess> all;
        private final PublicProcess shown;
        private final boolean mayAct;
        private final LiveWords words;
        private final Formats formats;
        private final Locale language;

        Composition(
                LiveThings.Thing thing, List<PublicProcess> all, PublicProcess shown, boolean mayAct, Locale language) {
            this.thing = thing;
            this.all = all;
            this.shown = shown;
            this.mayAct = mayAct && thing.sold();
            this.language = language;
            formats = new Formats(language, LocaleContextHolder.getTimeZone().toZoneId()); // the reader's, as ZoneId is
            words = new LiveWords(messages, names, formats, language, vendor.name(), thing.sold());
        }

        LivePicture picture() {
            var name = words.name(shown.name());
            var ended = all.stream().allMatch(one -> one.diagram().ended());
            return new LivePicture(
                    name,
                    shown.process(),
                    shown.svg(new PictureNotes(
                            words.text("title", name, thing.number()), words::name, captions(), ways())),
                    steps(),
                    tabs(),
                    !ended,
                    address(shown.process()),
                    thing.page(),
                    formats.time(clock.instant()),
                    Integer.toHexString(
                            all.stream().map(PublicProcess::diagram).toList().hashCode()));
        }

        private @Nullable String address(String process) {
            return thing.page().startsWith("/link/") ? null : "/pictures/" + thing.number() + "/" + process;
        }

        /** What waits or failed says so at its place; what a called process does is said inside of it. */
        private Map<String, List<String>> captions() {
            return shown.elements().stream()
                    .filter(one ->
                            one.state().state() == State.WAITING || one.state().state() == State.FAILED)
                    .filter(one -> !one.kind().equals("subProcess"))
                    .collect(toMap(
                            one -> one.state().id(),
                            one -> words.caption(one.state()),
                            (one, other) -> one,
                            LinkedHashMap::new));
        }

        private Map<String, PictureNotes.Way> ways() {
            var ways = new LinkedHashMap<String, PictureNotes.Way>();
            shown.elements().stream()
                    .filter(this::leadsInside)
                    .forEach(one -> ways.put(
                            one.state().id(),
                            new PictureNotes.Way(address(one.calls()), words.text("inside", words.name(one.name())))));
            return ways;
        }

        private boolean leadsInside(Element element) {
            return !element.calls().isEmpty()
                    && all.stream().anyMatch(one -> one.process().equals(element.calls()));
        }

        private List<LivePicture.Step> steps() {
            var steps = new ArrayList<LivePicture.Step>();
            shown.elements().stream()
                    .filter(one -> !one.name().isEmpty())
                    .filter(one -> one.isStep()
                            || one.kind().endsWith("Event")
                            || one.state().state() == State.FAILED)
                    .map(this::step)
                    .sorted((one, other) -> Boolean.compare(
                            !one.state().equals("done"), !other.state().equals("done")))
                    .forEach(steps::add);
            shown.ahead().stream()
                    .map(name -> new LivePicture.Step("next", words.name(name), 1, null, List.of(), null))
                    .forEach(steps::add);
            return steps;
        }

        private LivePicture.Step step(Element element) {
            var state = element.state();
            return new LivePicture.Step(
                    switch (state.state()) {
                        case DONE -> "done";
                        case FAILED -> "failed";
                        default -> "now";
                    },
                    words.name(element.name()),
                    state.count(),
                    state.state() == State.DONE ? words.time(state) : null,
                    words.sentences(state),
                    way(element));
        }

        private LivePicture.@Nullable Way way(Element element) {
            if (leadsInside(element)) {
                return new LivePicture.Way(address(element.calls()), words.text("look-inside"), false);
            }
            var action = ACTIONS.get(element.state().id());
            return action != null && mayAct && element.state().waitsFor() == Party.RESELLER
                    ? new LivePicture.Way(
                            action.get(0).formatted(thing.number()),
                            messages.getMessage(action.get(1), null, language),
                            true)
                    : null;
        }

        private List<Shell.Item> tabs() {
            return all.size() < 2
                    ? List.of()
                    : all.stream()
                            .map(one ->
                                    new Shell.Item(words.name(one.name()), address(one.process()), one == shown, null))
                            .toList();
        }
    }
}
