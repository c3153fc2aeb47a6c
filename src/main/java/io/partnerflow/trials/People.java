package io.partnerflow.trials;

import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A list of people as a person types it. */
final class People {

    private People() {}

    /**
     * @param language of letters to them
     * @throws Invalid naming each line that is no address
     */
    static List<TrialPerson> typed(String field, Map<String, Object> answers, String language) {
        var problems = new Invalid.Collector();
        var people = NamedEmail.parseLines(field, String.valueOf(answers.getOrDefault(field, "")), problems);
        problems.throwIfAny();
        return people.stream().map(person -> new TrialPerson(person, language)).toList();
    }

    /** The other way round. */
    static String written(List<TrialPerson> people) {
        return people.stream().map(person -> person.who().toString()).collect(Collectors.joining("\n"));
    }

    static NamedEmail named(String name, String email) {
        return new NamedEmail(name.length() > 100 ? name.substring(0, 100) : name, EmailAddress.of(email));
    }
}
