/**
 * The box in the head of every page: a physician, a call by its reference, a territory, a commune. Each room says who may see what;
 * here is only where to look.
 */
@NullMarked
package fr.appui.web.search;

import org.jspecify.annotations.NullMarked;
