package io.partnerflow.orders;

import jakarta.persistence.Embeddable;

/** A row of {@code order_line}. */
@Embeddable
class LineRow {

    private String product;
    private int quantity;

    protected LineRow() {} // for JPA

    static LineRow of(OrderLine line) {
        var row = new LineRow();
        row.product = line.product();
        row.quantity = line.quantity();
        return row;
    }

    OrderLine line() {
        return new OrderLine(product, quantity);
    }
}
