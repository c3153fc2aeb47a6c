package io.partnerflow.steering;

import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.diagrams.StaffPictures;
import io.partnerflow.diagrams.StaffPictures.Node;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.ModelEditions;
import io.partnerflow.engine.ModelEditions.Edition;
import io.partnerflow.engine.Passes;
import io.partnerflow.engine.ProcessModels;
import io.partnerflow.engine.StepQuestion;
import io.partnerflow.engine.StepTimes;
import io.partnerflow.engine.StepTimes.Step;
import io.partnerflow.engine.StepVisits;
import io.partnerflow.shared.NotFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where the time of a process goes, step by step. */
@Component
class ProcessFigures {

    private static final Set<String> WAITS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

    private final ModelEditions editions;
    private final StepTimes times;
    private final StepVisits visits;
    private final ProcessModels models;
    private final StaffPictures pictures;
    private final Words words;

    ProcessFigures(
            ModelEditions editions,
            StepTimes times,
            StepVisits visits,
            ProcessModels models,
            StaffPictures pictures,
            Words words) {
        this.editions = editions;
        this.times = times;
        this.visits = visits;
        this.models = models;
        this.pictures = pictures;
        this.words = words;
    }

    /** What things are called. */
    @Component
    static class Words {

        private final ModelNames names;
        private final DeskNames desks;
        private final MessageSource messages;

        Words(ModelNames names, DeskNames desks, MessageSource messages) {
            this.names = names;
            this.desks = desks;
            this.messages = messages;
        }

        String of(String inModel, Locale language) {
            return names.of(inModel, language);
        }

        /** A step without a name of its own is called after its kind. */
        String step(Node node, Locale language) {
            return node.name().isBlank()
                    ? messages.getMessage("steering.kind." + node.kind(), null, node.id(), language)
                    : of(node.name(), language);
        }

        String desk(String desk, Locale language) {
            return messages.getMessage("engine.desk." + desk, null, desks.of(desk), language);
        }

        String text(String key, Locale language, Object... values) {
            return messages.getMessage(key, values, language);
        }
    }

    /**
     * One process in some days.
     *
     * @param shown    the edition whose picture is shown
     * @param editions every edition, the newest first
     * @param whole    how long it took from start to end
     * @param other    the same of the edition it is compared with; null for no comparison
     */
    record Figures(
            String process,
            String name,
            Edition shown,
            List<Edition> editions,
            List<StepLine> steps,
            Passes whole,
            @Nullable Passes other) {}

    /** @throws NotFound if there is no such process */
    Figures of(StepQuestion asked, @Nullable Integer against, Locale language) {
        var all = editions.of(asked.process());
        var shown = all.stream()
                .filter(one -> asked.version() == null || one.version() == asked.version())
                .findFirst()
                .orElseThrow(() -> new NotFound("process", asked.process()));
        var compared = against == null ? null : asked.inVersion(against);
        return new Figures(
                asked.process(),
                words.of(pictures.name(shown.definition()), language),
                shown,
                all,
                steps(asked, compared, shown, all, language),
                sum(times.whole(asked).values()),
                compared == null ? null : sum(times.whole(compared).values()));
    }

    /** What an element is called, in whichever edition has it. @throws NotFound if none has */
    String step(String process, String element, Locale language) {
        return nodes(editions.of(process)).values().stream()
                .filter(node -> node.id().equals(element))
                .findFirst()
                .map(node -> words.step(node, language))
                .orElseThrow(() -> new NotFound("step", element));
    }

    private List<StepLine> steps(
            StepQuestion asked, @Nullable StepQuestion compared, Edition shown, List<Edition> all, Locale language) {
        var passes = byElement(times.of(asked));
        var others = compared == null ? null : byElement(times.of(compared));
        var now = visits.counts(asked);
        var inPicture =
                pictures.nodes(shown.definition()).stream().map(Node::id).toList();
        var lines = new ArrayList<StepLine>();
        nodes(all).values().stream()
                .filter(node -> !node.kind().endsWith("Gateway") || node.kind().equals("eventBasedGateway"))
                .filter(node -> passes.containsKey(node.id())
                        || now.containsKey(node.id())
                        || others != null && others.containsKey(node.id()))
                .forEach(node -> lines.add(new StepLine(
                        node.id(),
                        words.step(node, language),
                        inPicture.contains(node.id()) ? node.kind() : "",
                        WAITS.contains(node.kind()),
                        where(node, all, language),
                        passes.getOrDefault(node.id(), Passes.NONE),
                        now.getOrDefault(node.id(), 0L),
                        0,
                        others == null ? null : others.getOrDefault(node.id(), Passes.NONE))));
        return shared(lines);
    }

    /** Every element of any edition, as the newest that has it knows it. */
    private Map<String, Node> nodes(List<Edition> all) {
        var nodes = new LinkedHashMap<String, Node>();
        all.forEach(
                edition -> pictures.nodes(edition.definition()).forEach(node -> nodes.putIfAbsent(node.id(), node)));
        return nodes;
    }

    private static List<StepLine> shared(List<StepLine> lines) {
        var whole = lines.stream()
                .filter(line -> !line.holdsOthers())
                .mapToLong(line -> line.passes().total().toMillis())
                .sum();
        return lines.stream()
                .map(line -> new StepLine(
                        line.element(),
                        line.name(),
                        line.kind(),
                        line.waits(),
                        line.where(),
                        line.passes(),
                        line.now(),
                        whole == 0 || line.holdsOthers()
                                ? 0
                                : (int) Math.round(
                                        1000.0 * line.passes().total().toMillis() / whole),
                        line.other()))
                .toList();
    }

    private String where(Node node, List<Edition> all, Locale language) {
        for (var edition : all) {
            var desk = models.desk(edition.definition(), node.id());
            if (desk != null) {
                return words.desk(desk, language);
            }
            var party = models.waitsFor(edition.definition(), node.id());
            if (party != null) {
                return words.text("steering.party." + party, language);
            }
        }
        return node.event().equals("timer") ? words.text("steering.party.CALENDAR", language) : "";
    }

    private static Map<String, Passes> byElement(Map<Step, Passes> passes) {
        var merged = new HashMap<String, Passes>();
        passes.forEach((step, one) -> merged.merge(step.element(), one, Passes::plus));
        return merged;
    }

    private static Passes sum(Collection<Passes> passes) {
        return passes.stream().reduce(Passes.NONE, Passes::plus);
    }
}
