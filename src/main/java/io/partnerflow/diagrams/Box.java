package io.partnerflow.diagrams;

/** A rectangle on the canvas, in pixels from the top left. */
record Box(double x, double y, double width, double height) {

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
