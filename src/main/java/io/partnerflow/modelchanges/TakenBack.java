package io.partnerflow.modelchanges;

import io.partnerflow.engine.HouseEditions;
import io.partnerflow.modelrules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that were made from a former version without anybody saying so: they silently undo the last change. */
final class TakenBack {

    private static final int LAST = 50;

    private final ModelChangeStore store;
    private final HouseEditions editions;

    TakenBack(ModelChangeStore store, HouseEditions editions) {
        this.store = store;
        this.editions = editions;
    }

    /** One remark for each file that takes back what the change in force has brought. */
    List<Finding> by(List<ModelFile> files) {
        return files.stream().flatMap(file -> by(file).stream()).toList();
    }

    private Optional<Finding> by(ModelFile file) {
        var now = editions.inForce(file.name()).orElse(null);
        return store.ofModel(file.name(), LAST).stream()
                .filter(change -> change.deployment() != null)
                .filter(change -> store.files(change.number()).stream()
                        .anyMatch(one -> one.file().name().equals(file.name())
                                && one.base() != null
                                && Arrays.equals(one.file().content(), now)
                                && undoes(file, one)))
                .map(change -> Finding.remark(file.name(), "", "takes-back", change.number()))
                .findFirst();
    }

    /** A line is back that the change had replaced; of a change that only added, nothing is there. */
    private static boolean undoes(ModelFile file, ModelChangeStore.Change change) {
        var sent = lines(file.content());
        var before = lines(change.base());
        var after = lines(change.file().content());
        var gone = before.stream().filter(line -> !after.contains(line)).toList();
        return gone.isEmpty()
                ? after.stream().noneMatch(line -> !before.contains(line) && sent.contains(line))
                : gone.stream().anyMatch(sent::contains);
    }

    private static Set<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
