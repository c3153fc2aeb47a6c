package io.partnerflow.diagrams;

/** An edition of a model as it may be handed out. */
record PublicDrawing(PublicModel model, String bpmn, Drawing drawing) {

    static PublicDrawing of(String bpmn) {
        var model = new PublicModel(bpmn);
        var open = model.xml();
        return new PublicDrawing(model, open, new Drawing(open));
    }
}
