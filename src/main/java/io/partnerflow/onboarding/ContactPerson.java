package io.partnerflow.onboarding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record ContactPerson(
        @Column(name = "contact_name") String name,
        @Column(name = "contact_email") String email,
        @Column(name = "contact_phone") String phone) {

    static ContactPerson of(Contact contact) {
        return new ContactPerson(contact.name(), contact.email(), contact.phone());
    }

    Contact asContact() {
        return new Contact(name, email, phone);
    }
}
