package io.partnerflow.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** An organisation of the story and the person who acts for it. */
record Company(
        String name,
        String registrationNumber,
        String street,
        String postalCode,
        String city,
        String person,
        String email) {

    String vatId() {
        return "SE" + registrationNumber.replace("-", "") + "01";
    }

    String office() {
        return "office@" + email.substring(email.indexOf('@') + 1);
    }

    /** As the form of an applicant wants it. */
    Map<String, Object> application(String programme, String precondition, String motivation) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("programme", programme);
        answers.put("organisationName", name);
        answers.put("organisationEmail", office());
        answers.put("contactName", person);
        answers.put("contactEmail", email);
        answers.put("contactPhone", "+46 8 555 01 00");
        answers.put("preconditionReference", precondition);
        answers.put("motivation", motivation);
        answers.putAll(whereAndWho());
        return answers;
    }

    /** As the form of a customer wants it. */
    Map<String, Object> customer() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("customerName", name);
        answers.put("email", office());
        answers.putAll(whereAndWho());
        return answers;
    }

    private Map<String, Object> whereAndWho() {
        return Map.of(
                "registrationNumber", registrationNumber,
                "vatId", vatId(),
                "country", "SE",
                "addressLine1", street,
                "postalCode", postalCode,
                "city", city,
                "language", "en");
    }
}
