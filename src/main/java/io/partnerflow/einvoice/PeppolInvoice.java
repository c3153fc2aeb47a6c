package io.partnerflow.einvoice;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import java.math.BigDecimal;

/**
 * A document as Peppol BIS Billing 3, in the order UBL 2.1 prescribes. Written by ourselves: the converter of the library
 * that writes the other format would add 11 MB and a start of seconds to the application for these two hundred lines.
 */
final class PeppolInvoice {

    private static final String BILLING = "urn:fdc:peppol.eu:2017:poacc:billing";
    private static final String SELF_BILLING = "urn:fdc:peppol.eu:2017:poacc:selfbilling";

    private final ElectronicInvoice document;
    private final DocumentFacts facts;
    private final boolean credit;
    private final UblWriter ubl;

    PeppolInvoice(DocumentFacts facts) {
        this.document = facts.document();
        this.facts = facts;
        this.credit = document.kind().isCredit();
        this.ubl = new UblWriter(credit ? "CreditNote" : "Invoice", document.currency());
    }

    byte[] write() {
        head();
        references();
        ubl.in("AccountingSupplierParty", () -> party(document.seller(), facts.seller()));
        ubl.in("AccountingCustomerParty", () -> party(document.buyer(), facts.buyer()));
        delivery();
        payment();
        taxes();
        foot();
        for (var position = 0; position < document.lines().size(); position++) {
            line(position + 1, document.lines().get(position));
        }
        return ubl.bytes();
    }

    private void head() {
        var profile = document.kind().isSelfBilled() ? SELF_BILLING : BILLING;
        ubl.text("CustomizationID", "urn:cen.eu:en16931:2017#compliant#" + profile + ":3.0");
        ubl.text("ProfileID", profile + ":01:1.0");
        ubl.text("ID", document.number());
        ubl.text("IssueDate", document.issueDate());
        if (!credit) {
            ubl.text("DueDate", document.dueDate());
        }
        ubl.text(
                credit ? "CreditNoteTypeCode" : "InvoiceTypeCode",
                document.kind().code());
        ubl.text("Note", String.join(" – ", facts.notes()));
        ubl.text("DocumentCurrencyCode", document.currency());
        ubl.text("BuyerReference", facts.buyerReference());
        facts.period().ifPresent(this::period);
    }

    private void period(Period period) {
        ubl.in("InvoicePeriod", () -> {
            ubl.text("StartDate", period.from());
            ubl.text("EndDate", period.lastDay());
        });
    }

    private void references() {
        if (document.purchaseOrder() != null) {
            ubl.in("OrderReference", () -> ubl.text("ID", document.purchaseOrder()));
        }
        var preceding = document.preceding();
        if (preceding != null) {
            ubl.in(
                    "BillingReference",
                    () -> ubl.in("InvoiceDocumentReference", () -> {
                        ubl.text("ID", preceding.number());
                        ubl.text("IssueDate", preceding.date());
                    }));
        }
        if (document.contract() != null) {
            ubl.in("ContractDocumentReference", () -> ubl.text("ID", document.contract()));
        }
    }

    /** @param named as the document may name it, without a VAT id where nothing is subject to VAT */
    /** BT-90: who collects is named with the seller. */
    private void creditor(TradeParty party) {
        var means = document.payment();
        if (means != null && means.debit() != null && party.equals(document.seller())) {
            ubl.in("PartyIdentification", () -> ubl.text("ID", means.debit().creditorId(), "schemeID", "SEPA"));
        }
    }

    private void party(TradeParty party, TradeParty named) {
        var address = Identifiers.address(named, party.vatId())
                .orElseThrow(() -> new Conflict("no-peppol-address", party.name(), party.country()));
        ubl.in("Party", () -> {
            ubl.text("EndpointID", address.value(), "schemeID", address.scheme());
            creditor(party);
            ubl.in("PartyName", () -> ubl.text("Name", party.name()));
            address("PostalAddress", party);
            if (named.vatId() != null) {
                ubl.in("PartyTaxScheme", () -> {
                    ubl.text("CompanyID", Identifiers.plain(named.vatId()));
                    vatScheme();
                });
            }
            ubl.in("PartyLegalEntity", () -> {
                ubl.text("RegistrationName", party.name());
                registration(party);
            });
            contact(party);
        });
    }

    private void registration(TradeParty party) {
        Identifiers.registration(party)
                .ifPresentOrElse(
                        id -> ubl.text("CompanyID", id.value(), "schemeID", id.scheme()),
                        () -> ubl.text("CompanyID", party.registrationNumber()));
    }

    private void contact(TradeParty party) {
        if (party.email() != null || party.phone() != null) {
            ubl.in("Contact", () -> {
                ubl.text("Name", party.name());
                ubl.text("Telephone", party.phone());
                ubl.text("ElectronicMail", party.email());
            });
        }
    }

    private void address(String element, TradeParty party) {
        ubl.in(element, () -> {
            ubl.text("StreetName", party.street());
            ubl.text("AdditionalStreetName", party.line2());
            ubl.text("CityName", party.city());
            ubl.text("PostalZone", party.postalCode());
            ubl.in("Country", () -> ubl.text("IdentificationCode", party.country()));
        });
    }

    private void delivery() {
        ubl.in("Delivery", () -> {
            ubl.text("ActualDeliveryDate", facts.supplied());
            if (facts.deliversGoods()) {
                ubl.in("DeliveryLocation", () -> address("Address", document.buyer()));
            }
        });
    }

    private void payment() {
        var means = document.payment();
        if (means == null) {
            return;
        }
        ubl.in("PaymentMeans", () -> {
            ubl.text(
                    "PaymentMeansCode",
                    facts.paymentMeansCode(),
                    "name",
                    means.debit() == null ? "Credit transfer" : "SEPA direct debit");
            if (credit) {
                ubl.text("PaymentDueDate", document.dueDate());
            }
            ubl.text("PaymentID", means.reference());
            if (means.debit() != null) {
                ubl.in("PaymentMandate", () -> {
                    ubl.text("ID", means.debit().mandate());
                    ubl.in("PayerFinancialAccount", () -> ubl.text("ID", means.iban()));
                });
                return;
            }
            ubl.in("PayeeFinancialAccount", () -> {
                ubl.text("ID", means.iban());
                ubl.text("Name", document.seller().name());
                if (means.bic() != null) {
                    ubl.in("FinancialInstitutionBranch", () -> ubl.text("ID", means.bic()));
                }
            });
        });
        if (!facts.terms().isEmpty()) {
            ubl.in("PaymentTerms", () -> ubl.text("Note", facts.terms()));
        }
    }

    private void taxes() {
        ubl.in("TaxTotal", () -> {
            ubl.amount("TaxAmount", document.totals().vat());
            document.totals().groups().forEach(this::tax);
        });
    }

    private void tax(VatGroup group) {
        ubl.in("TaxSubtotal", () -> {
            ubl.amount("TaxableAmount", group.net());
            ubl.amount("TaxAmount", group.vat());
            ubl.in("TaxCategory", () -> {
                category(group.category(), group.rate());
                if (group.category() != VatCategory.S) {
                    ubl.text("TaxExemptionReasonCode", facts.exemptionCode(group.category()));
                    ubl.text("TaxExemptionReason", facts.exemptionWords(group.category()));
                }
                vatScheme();
            });
        });
    }

    private void category(VatCategory category, Percentage rate) {
        ubl.text("ID", category.name());
        ubl.text("Percent", category == VatCategory.O ? null : rate);
    }

    private void vatScheme() {
        ubl.in("TaxScheme", () -> ubl.text("ID", "VAT"));
    }

    private void foot() {
        var totals = document.totals();
        ubl.in("LegalMonetaryTotal", () -> {
            ubl.amount("LineExtensionAmount", totals.net());
            ubl.amount("TaxExclusiveAmount", totals.net());
            ubl.amount("TaxInclusiveAmount", totals.gross());
            ubl.amount("PayableAmount", totals.gross());
        });
    }

    private void line(int position, ElectronicInvoice.Line line) {
        var price = LinePrice.of(line);
        ubl.in(credit ? "CreditNoteLine" : "InvoiceLine", () -> {
            ubl.text("ID", position);
            ubl.text("Note", line.note());
            ubl.text(credit ? "CreditedQuantity" : "InvoicedQuantity", plain(price.quantity()), "unitCode", unit());
            ubl.amount("LineExtensionAmount", line.net());
            ubl.text("AccountingCost", document.costGroup());
            if (line.period() != null) {
                period(line.period());
            }
            ubl.in("Item", () -> {
                ubl.text("Name", line.description());
                ubl.in("ClassifiedTaxCategory", () -> {
                    category(line.category(), line.rate());
                    vatScheme();
                });
            });
            ubl.in("Price", () -> {
                ubl.text("PriceAmount", plain(price.price()), "currencyID", document.currency());
                ubl.text("BaseQuantity", plain(price.basis()), "unitCode", unit());
            });
        });
    }

    private static String unit() {
        return DocumentFacts.UNIT;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
