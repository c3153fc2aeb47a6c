package io.partnerflow.modelchanges;

import io.partnerflow.engine.HouseEditions;
import io.partnerflow.shared.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Files as somebody sends them: whether they can be looked at at all. */
@Component
class SentFiles {

    private static final int LONGEST_REASON = 2000;
    private static final int MOST = 30;
    private static final int LARGEST = 1 << 20;
    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,100}\\.(bpmn|dmn|form)";

    private final HouseEditions editions;

    SentFiles(HouseEditions editions) {
        this.editions = editions;
    }

    /**
     * Those that differ from what is in force.
     *
     * @throws Invalid {@code reason}, {@code files}, or by the name of a bad file
     */
    List<ModelFile> differing(List<ModelFile> files, String reason) {
        var bad = new Invalid.Collector();
        checkReason(reason, bad);
        if (files.isEmpty() || files.size() > MOST) {
            bad.add(Invalid.Field.of("files", "model-files", "modelchanges.files-wanted", MOST));
        }
        files.forEach(file -> problem(file).ifPresent(bad::add));
        files.stream()
                .collect(Collectors.groupingBy(ModelFile::name, Collectors.counting()))
                .forEach((name, count) -> {
                    if (count > 1) {
                        bad.add(Invalid.Field.of(name, "twice", "modelchanges.file-twice", name));
                    }
                });
        bad.throwIfAny();
        var differing = files.stream().filter(this::differs).toList();
        if (differing.isEmpty()) {
            throw Invalid.field("files", "same", "modelchanges.nothing-differs");
        }
        return differing;
    }

    /** @throws Invalid {@code reason} if it says nothing or too much */
    void reason(String reason) {
        var bad = new Invalid.Collector();
        checkReason(reason, bad);
        bad.throwIfAny();
    }

    private static void checkReason(String reason, Invalid.Collector bad) {
        if (reason.isBlank()) {
            bad.reject("reason", "required", null);
        } else if (reason.strip().length() > LONGEST_REASON) {
            bad.reject("reason", "too-long", null, LONGEST_REASON);
        }
    }

    private boolean differs(ModelFile file) {
        return editions.inForce(file.name())
                .map(now -> !Arrays.equals(now, file.content()))
                .orElse(true);
    }

    private static Optional<Invalid.Field> problem(ModelFile file) {
        if (!file.name().matches(NAME)) {
            return Optional.of(Invalid.Field.of(file.name(), "file-name", "modelchanges.file-name", file.name()));
        }
        return file.content().length == 0 || file.content().length > LARGEST
                ? Optional.of(Invalid.Field.of(file.name(), "file-size", "modelchanges.file-size", file.name()))
                : Optional.empty();
    }
}
