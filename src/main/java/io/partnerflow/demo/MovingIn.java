package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import io.partnerflow.imports.Imports;
import io.partnerflow.imports.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A reseller brings its customers along in an Excel file; what partner management has tried for another one has errors. */
@Component
@Order(6)
class MovingIn implements Chapter {

    private static final String PARTNER_MANAGER = "petra";

    private final Stage stage;
    private final Imports imports;

    MovingIn(Stage stage, Imports imports) {
        this.stage = stage;
        this.imports = imports;
    }

    @Override
    public void write(Timeline timeline) {
        timeline.on(40, this::bringsItsCustomers);
        timeline.on(2, this::isTriedForAnother);
    }

    private void bringsItsCustomers() {
        var file = new CustomerSheet(false)
                .row(brf("Brf Granatäpplet", "769699-1723", "granatapplet", "Äppelvägen 3", "411 05", "Göteborg"))
                .row(brf("Brf Kajutan", "769699-1814", "kajutan", "Kajgatan 12", "414 51", "Göteborg"))
                .row(brf("Brf Linnéträdet", "769699-1905", "linnetradet", "Linnégatan 40", "413 04", "Göteborg"))
                .file();
        var scope = new Scope(stage.id(PLANKONSULT), PLANKONSULT.email());
        stage.as(PLANKONSULT, () -> {
            var number = imports.check(scope, "customers-goteborg.xlsx", file);
            imports.confirm(scope, number);
            return number;
        });
        stage.aMoment();
    }

    private void isTriedForAnother() {
        var number = HEMSKAP.registrationNumber();
        var file = new CustomerSheet(true)
                .row(of(number, brf("Brf Måsen", "769699-2002", "masen", "Måsvägen 7", "214 22", "Malmö")))
                .row(of(number, brf("Brf Tärnan", "769699-2003", "tarnan", "Tärnvägen 1", "214 23", "Malmö")))
                .row(of("559998-9999", brf("Brf Ejdern", "769699-2101", "ejdern", "Ejdergatan 9", "214 24", "Malmö")))
                .row(of(number, brf("Brf Måsen", "769699-2002", "masen", "Måsvägen 7", "", "Malmö")))
                .file();
        stage.asStaff(
                PARTNER_MANAGER, () -> imports.check(new Scope(null, PARTNER_MANAGER), "hemskap-customers.xlsx", file));
    }

    private static String[] brf(String name, String number, String domain, String street, String code, String city) {
        return new String[] {name, "SE", number, "", "board@%s.example".formatted(domain), "sv", street, "", code, city
        };
    }

    private static String[] of(String reseller, String[] customer) {
        var row = new String[customer.length + 1];
        row[0] = reseller;
        System.arraycopy(customer, 0, row, 1, customer.length);
        return row;
    }
}
