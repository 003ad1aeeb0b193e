/**
 * The pages in a real browser: each in two sizes and two colour schemes, checked for accessibility and photographed.
 */
package fr.appui.pages;
