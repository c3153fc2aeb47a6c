package io.partnerflow.steering;

import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.diagrams.StaffPictures;
import io.partnerflow.engine.ModelEditions;
import io.partnerflow.engine.ModelEditions.Edition;
import io.partnerflow.engine.Passes;
import io.partnerflow.engine.StepTimes;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every process of the house with how long it takes as a whole. */
@Component
class ProcessIndex {

    static final Table<Line> TABLE = Table.<Line>named("steering.processes.title")
            .text("steering.processes.process", Line::name)
            .number("steering.processes.ended", line -> line.ended().count())
            .number(
                    "steering.processes.median.seconds",
                    line -> line.ended().median().toSeconds())
            .number(
                    "steering.processes.ninety.seconds",
                    line -> line.ended().at(90).toSeconds())
            .number(
                    "steering.processes.longest.seconds",
                    line -> line.ended().longest().toSeconds())
            .number("steering.processes.open", Line::open);

    private final StepTimes times;
    private final ModelEditions editions;
    private final StaffPictures pictures;
    private final ModelNames names;
    private final VendorCalendar calendar;

    ProcessIndex(
            StepTimes times,
            ModelEditions editions,
            StaffPictures pictures,
            ModelNames names,
            VendorCalendar calendar) {
        this.times = times;
        this.editions = editions;
        this.pictures = pictures;
        this.names = names;
        this.calendar = calendar;
    }

    /** @param open how many run now */
    record Line(String process, String name, Passes ended, long open) {}

    /** Those that run or have ended in these days first, each group by its name. */
    List<Line> of(AskedFigures asked, Locale language) {
        var period = asked.period(calendar.today());
        var newest = editions.newest().stream().collect(Collectors.toMap(Edition::process, Function.identity()));
        return times.processes(period.from(), period.through(), asked.programme()).stream()
                .filter(run -> newest.containsKey(run.process()))
                .map(run -> new Line(run.process(), name(newest.get(run.process()), language), run.ended(), run.open()))
                .sorted(Comparator.comparing(
                                (Line line) -> line.open() + line.ended().count() == 0)
                        .thenComparing(Line::name))
                .toList();
    }

    /** What the process is called. @throws NotFound if there is none with this key */
    String name(String process, Locale language) {
        return editions.latest(process)
                .map(edition -> name(edition, language))
                .orElseThrow(() -> new NotFound("process", process));
    }

    /** The edition in force; empty if there is no such process. */
    Optional<Edition> newest(String process) {
        return editions.latest(process);
    }

    /** By their keys, in the order of their names. */
    List<Line> names(Locale language) {
        return editions.newest().stream()
                .map(edition -> new Line(edition.process(), name(edition, language), Passes.NONE, 0))
                .sorted(Comparator.comparing(Line::name))
                .toList();
    }

    private String name(Edition edition, Locale language) {
        return names.of(pictures.name(edition.definition()), language);
    }
}
