package io.partnerflow.returns;

/**
 * A way to make storage media unreadable. Methods are rows, not code (WA-9).
 *
 * @param standard it follows
 * @param destroys whether nothing of the medium can be used afterwards
 */
public record WipeMethod(String code, String name, String standard, boolean destroys) {}
