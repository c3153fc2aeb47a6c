package io.partnerflow.einvoice;

import io.partnerflow.shared.Money;
import java.math.BigDecimal;

/**
 * A line's price as EN 16931 wants it: never negative (BR-27), and times the quantity it is exactly the line's net.
 *
 * @param quantity negative where the line takes something back
 * @param price    of as many pieces as {@code basis} says
 * @param basis    1, or the line's whole quantity where its unit price is only there for reading
 */
record LinePrice(BigDecimal quantity, BigDecimal price, BigDecimal basis) {

    static LinePrice of(ElectronicInvoice.Line line) {
        if (line.quantity().signum() == 0) {
            throw new IllegalArgumentException("a line has a quantity: " + line.description());
        }
        var net = line.net();
        var exact = line.quantity().multiply(line.unitNet());
        if (!Money.rounded(exact, net.currency()).equals(net)) {
            var pieces = line.quantity().abs();
            return new LinePrice(
                    net.isNegative() ? pieces.negate() : pieces, net.amount().abs(), pieces);
        }
        return line.unitNet().signum() < 0
                ? new LinePrice(line.quantity().negate(), line.unitNet().negate(), BigDecimal.ONE)
                : new LinePrice(line.quantity(), line.unitNet(), BigDecimal.ONE);
    }
}
