package io.partnerflow.taskmail;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes what somebody chose on the page about mails. */
@ModuleService
class MailWishes {

    private static final String FIELD = "mails";

    private final MailChoices choices;
    private final StaffDirectory directory;

    MailWishes(MailChoices choices, StaffDirectory directory) {
        this.choices = choices;
        this.directory = directory;
    }

    /** The name of the field for the tasks of a desk. */
    static String field(String desk) {
        return desk.isEmpty() ? FIELD : FIELD + "-" + desk;
    }

    /**
     * @param typed by field; {@code off} for no mail at all
     * @throws NotFound if the person is somebody else and {@code by} is no manager
     * @throws Invalid at the field with an unknown choice
     */
    public void choose(String person, Map<String, String> typed, StaffPerson by) {
        if (!by.id().equals(person) && !by.seesEverything()) {
            throw new NotFound("person", person);
        }
        var member = directory.find(person).orElseThrow(() -> new NotFound("person", person));
        choices.choose(
                person,
                typed.containsKey("off") ? Map.of(MailChoices.EVERY_DESK, MailChoice.NOTHING) : read(member, typed));
    }

    private static Map<String, MailChoice> read(Member member, Map<String, String> typed) {
        var problems = new Invalid.Collector();
        var wanted = new HashMap<String, MailChoice>();
        desks(member).forEach(desk -> {
            var word = typed.getOrDefault(field(desk), "");
            if (!word.isEmpty()) {
                MailChoice.named(word)
                        .ifPresentOrElse(
                                choice -> wanted.put(desk, choice),
                                () -> problems.reject(field(desk), "mail-choice", word));
            }
        });
        problems.throwIfAny();
        return wanted;
    }

    /** What a person may choose for: everything together first. */
    static List<String> desks(Member member) {
        return Stream.concat(
                        Stream.of(MailChoices.EVERY_DESK),
                        member.groups().size() < 2
                                ? Stream.of()
                                : member.groups().stream().sorted())
                .toList();
    }
}
