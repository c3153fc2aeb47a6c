package io.partnerflow.documents;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;

/**
 * The tax on everything taxed at one rate.
 *
 * @param rate of the tax
 * @param net  what it is levied on
 * @param tax  the amount
 */
public record PaperTax(Percentage rate, Money net, Money tax) {}
