package io.partnerflow.taskmail;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of settings show. */
@Component
@Transactional(readOnly = true)
class StaffSettingsView {

    private final StaffDirectory directory;
    private final StaffAccounts accounts;
    private final MailChoices choices;
    private final Absences absences;
    private final LentDesks lent;
    private final DeskNames names;
    private final VendorCalendar calendar;

    StaffSettingsView(
            StaffDirectory directory,
            StaffAccounts accounts,
            MailChoices choices,
            Absences absences,
            LentDesks lent,
            DeskNames names,
            VendorCalendar calendar) {
        this.directory = directory;
        this.accounts = accounts;
        this.choices = choices;
        this.absences = absences;
        this.lent = lent;
        this.names = names;
        this.calendar = calendar;
    }

    public String nameOf(String person) {
        return accounts.nameOf(person);
    }

    /** @throws NotFound if the person is somebody else and the reader is no manager */
    public Map<String, Object> of(String person, StaffPerson reader) {
        if (!reader.id().equals(person) && !reader.seesEverything()) {
            throw new NotFound("person", person);
        }
        var everybody = directory.everybody();
        var who = everybody.stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("person", person));
        var all = absences.notOver();
        var model = new HashMap<String, Object>();
        model.put("who", who);
        model.put("mine", reader.id().equals(person));
        model.put("manager", reader.seesEverything());
        model.put("here", "/staff/settings/people/" + person);
        model.put("today", calendar.today());
        Reached.at(who).ifPresent(address -> model.put("address", address));
        model.put("kinds", Arrays.stream(MailChoice.values()).map(Enum::name).toList());
        model.put("choices", choices(who));
        model.put("absences", absencesOf(who, all, everybody));
        model.put("candidates", candidates(who, everybody));
        model.put("behind", behind(who, all, everybody));
        return model;
    }

    /** @throws NotFound if the reader is no manager */
    public List<PersonLine> people(StaffPerson reader) {
        if (!reader.seesEverything()) {
            throw new NotFound("page", "people");
        }
        var everybody = directory.everybody();
        var all = absences.notOver();
        var chosen = choices.all();
        return everybody.stream()
                .map(one -> new PersonLine(
                        one.id(),
                        one.name(),
                        inWords(one.groups().stream().sorted().toList()),
                        Reached.at(one).orElse(null),
                        mails(chosen.made(one.id(), MailChoices.EVERY_DESK)),
                        absencesOf(one, all, everybody).stream().findFirst().orElse(null)))
                .toList();
    }

    private static String mails(@Nullable MailChoice made) {
        return made == null ? "house" : made.name();
    }

    private List<ChoiceLine> choices(Member who) {
        var chosen = choices.all();
        return MailWishes.desks(who).stream()
                .map(desk -> {
                    var made = chosen.made(who.id(), desk);
                    return new ChoiceLine(
                            MailWishes.field(desk), desk, names.of(desk), made == null ? null : made.name());
                })
                .toList();
    }

    private List<AbsenceLine> absencesOf(Member who, List<Absence> all, List<Member> everybody) {
        var called = everybody.stream().collect(toMap(Member::id, Member::name));
        return all.stream()
                .filter(one -> one.person().equals(who.id()))
                .map(one -> new AbsenceLine(
                        one,
                        called.getOrDefault(one.standIn(), one.standIn()),
                        called.getOrDefault(one.enteredBy(), one.enteredBy()),
                        one.isOn(calendar.today())))
                .toList();
    }

    /** Who works at no desk cannot stand in, and only managers stand in for managers. */
    private static List<Member> candidates(Member who, List<Member> everybody) {
        return everybody.stream()
                .filter(one -> !one.id().equals(who.id()) && !one.groups().isEmpty())
                .filter(one -> !who.isManager() || one.isManager())
                .toList();
    }

    private List<BehindLine> behind(Member who, List<Absence> all, List<Member> everybody) {
        var today = calendar.today();
        var called = everybody.stream().collect(toMap(Member::id, Member::name));
        var standIns = new StandIns(all, today, called.keySet());
        var borrowed = lent.all();
        return standIns.behind(who.id()).stream()
                .map(person -> new BehindLine(
                        called.get(person),
                        all.stream()
                                .filter(one -> one.person().equals(person) && one.isOn(today))
                                .map(Absence::lastDay)
                                .findFirst()
                                .orElse(today),
                        inWords(borrowed.stream()
                                .filter(one -> one.person().equals(who.id())
                                        && one.lender().equals(person))
                                .map(LentDesks.Lent::desk)
                                .sorted()
                                .toList())))
                .toList();
    }

    private String inWords(List<String> desks) {
        return desks.stream().map(names::of).collect(joining(", "));
    }

    /** @param made name of the choice; null where none was made */
    record ChoiceLine(
            String field,
            String desk,
            String name,
            @Nullable String made) {}

    record AbsenceLine(Absence absence, String standIn, String by, boolean now) {}

    /** @param desks those lent for it, in words; empty where both work at the same */
    record BehindLine(String name, LocalDate until, String desks) {}

    /** @param address null where none can be written to */
    record PersonLine(
            String id,
            String name,
            String desks,
            @Nullable String address,
            String mails,
            @Nullable AbsenceLine away) {}
}
