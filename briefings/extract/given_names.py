"""Common given names of many languages: evidence that a run of capitals is a person.

A name that is not listed is not thereby no person; a listed one only breaks ties (``retailer Harris Moore``).
Names that are as often places, months or common words (``Sydney``, ``Paris``, ``May``, ``Will``) are left out.
"""

from __future__ import annotations

from briefings.extract.wordlist import word_set

GIVEN_NAMES: frozenset[str] = word_set("""
Aaron Abdel Abdelaziz Abdul Abdullah Abdulrahman Abel Abigail Abraham Ada Adam Adel Adele Aditya Adrian Adriana
Agnes Agnieszka Ahmad Ahmed Ahmet Aidan Aiko Aileen Aisha Aisling Ajay Akbar Akiko Akira Alain Alan Alana
Alastair Alba Albert Alberta Alberto Aldo Alec Alejandro Aleksander Aleksandr Aleksandra Alessandra Alessandro
Alex Alexander Alexandra Alexandre Alexandros Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alina
Alisha Alison Alistair Allan Allen Allison Alma Alvaro Amal Amalia Amanda Amara Amber Amelia Amelie Amin Amina
Aminata Amir Amit Amos Amy Ana Anand Ananya Anastasia Anders Andre Andrea Andreas Andrei Andres Andrew Andrey
Andrzej Andy Angela Angelica Angelina Angelique Angelo Angus Anil Anita Anjali Anke Ann Anna Annabel Anne
Annette Annie Annika Anouk Anthony Antoine Anton Antonella Antonia Antonio Antony Anwar Anya Archie Ariel Arif
Arjun Armando Arne Arnold Artem Arthur Arturo Arun Asha Ashley Ashraf Asif Astrid Audrey August Aung Aurora Ava
Avi Ayesha Ayman Aysha Aziz Barack Barbara Barbra Barnaby Barney Barry Bart Bashar Bashir Basil Beata Beatrice
Beatriz Becky Belinda Ben Benedict Benedikt Benito Benjamin Benoit Bernadette Bernard Bernardo Bernd Bernie Bert
Beth Betty Beverley Bianca Bilal Bill Billy Birgit Bjorn Bob Bobby Bogdan Boris Brad Bradley Brandon Brenda
Brendan Brent Brett Brian Bridget Brooke Bruce Bruno Bryan Bryce Burak Caleb Callum Cameron Camilla Camille
Candice Carina Carl Carla Carlo Carlos Carlotta Carmel Carmen Carol Carole Caroline Carolyn Carrie Casey
Cassandra Catherine Cathy Cecil Cecilia Cedric Celia Celine Cesar Chandra Chantal Charles Charlie Charlotte Chen
Cheryl Chiara Chidi Chinua Chloe Chris Christa Christian Christina Christine Christof Christophe Christopher
Christos Chuck Cindy Claire Clara Clare Clarence Clarissa Claude Claudia Claudio Claus Clayton Clement Cliff
Clifford Clinton Clive Colette Colin Colleen Colm Connor Conor Conrad Constance Corinne Cornelia Cornelius Cory
Courtney Craig Cristina Curtis Cynthia Cyril Dagmar Daisy Dale Damian Damien Dan Dana Daniel Daniela Danielle
Danny Daoud Daria Dario Darius Darren Darryl Daryl Dave David Davide Dawn Dean Deborah Debra Declan Deepak
Deirdre Delia Demetrius Denis Denisa Denise Dennis Derek Derrick Desmond Devin Diana Diane Diego Dieter Dietrich
Dimitri Dimitris Dinesh Dirk Dmitri Dmitry Domenico Dominic Dominique Don Donald Donna Dora Doreen Doris Dorota
Dorothy Doug Douglas Duncan Dwight Dylan Eamon Earl Ed Eddie Edgar Edith Edmund Edna Eduard Eduardo Edward Edwin
Efraim Ehud Eileen Ekaterina Elaine Eleanor Elena Eli Elias Elijah Elisa Elisabeth Elisabetta Elise Eliza
Elizabeth Ella Ellen Ellie Elliot Elliott Elmar Elsa Elvira Emil Emilia Emilio Emily Emma Emmanuel Emre Enrico
Enrique Enzo Erdogan Eric Erica Erich Erik Erika Erin Ernest Ernesto Ernst Erwin Esme Esperanza Esther Ethan
Etienne Eugene Eugenia Eugenio Eva Evan Eve Evelyn Evgeny Ewan Ezekiel Ezra Fabian Fabio Fabrice Faisal Faith
Farah Farid Farouk Fatima Fatma Fatou Federico Felicity Felipe Felix Ferdinand Fergus Fernando Fidel Filip Fiona
Flavia Florence Florian Frances Francesca Francesco Francine Francis Francisco Franco Francois Francoise Frank
Franz Franziska Fred Freddie Frederic Frederick Fredrik Freya Friedrich Fritz Gabriel Gabriela Gabriella Gael
Ganesh Gareth Garry Gary Gaston Gavin Geert Gemma Gene Genevieve Geoff Geoffrey George Georges Georgina Gerald
Geraldine Gerard Gerd Gerhard Gerry Gianni Gideon Gilbert Giles Gilles Gillian Gina Giorgio Giovanni Gita Giulia
Giuseppe Gladys Glen Glenda Glenn Gloria Gonzalo Goran Gordon Graca Grace Graeme Graham Grant Greg Gregor
Gregory Greta Gretchen Grigory Guido Guillaume Guillermo Gunter Gustav Gustavo Guy Gwen Gwyneth Habib Hadi
Haider Haim Hakim Hal Halima Hamid Hamza Hana Hanna Hannah Hans Harald Harold Harriet Harry Haruki Harvey Hasan
Hassan Hayley Hazel Hazem Heather Hector Heidi Heinrich Heinz Helen Helena Helene Helga Helmut Hendrik Henri
Henrietta Henrik Henry Herbert Herman Hermann Hideo Hilary Hilda Hillary Hiroshi Holly Hope Horst Hossein Howard
Hubert Huda Hugh Hugo Hussain Hussam Hussein Ian Ibrahim Ida Idris Ignacio Ignatius Igor Ilya Imelda Imran Ines
Inga Ingrid Ioana Ioannis Irene Irina Iris Isaac Isabel Isabella Isaiah Isla Ismail Itzhak Ivan Ivana Ivanka Ivo
Jacek Jacinda Jacinta Jack Jackie Jacob Jacqueline Jacques Jaime Jake Jakob Jamal James Jamie Jan Jane Janet
Janice Janine Janusz Jared Jaroslav Jarrod Jasmine Jason Javad Javier Jay Jean Jeanette Jeanne Jeff Jeffrey
Jelena Jennifer Jenny Jens Jeremy Jerome Jerry Jerzy Jesse Jessica Jesus Jill Jim Jimmy Jiri Jitka Jo Joachim
Joan Joanna Joanne Joao Joaquin Jochen Jody Joe Joel Joerg Johan Johann Johanna Johannes John Johnny Jon Jonas
Jonathan Joost Jorge Joschka Jose Josef Joseph Josephine Josh Joshua Joyce Jozef Juan Juanita Judith Judy
Juergen Jules Julia Julian Juliana Julie Juliet Julio Julius Jun June Jurgen Justin Justine Justyna Jyoti Kai
Kaja Kamal Kamala Karel Karen Karim Karin Karina Karl Karolina Kasper Katarina Kate Katherine Kathleen Kathryn
Kathy Katie Katja Katrina Katya Kay Kaye Kazuo Keiko Keith Kelly Ken Kenji Kenneth Kent Kerry Kerstin Kevin
Khadija Khaled Khalid Khalil Kieran Kim Kimberly Kimiko Kiran Kirill Kirsten Kirsty Klaus Kofi Konstantin
Krishna Kristen Kristin Kristina Krzysztof Kumar Kurt Kwame Kwasi Kyle Lachlan Laila Lal Lana Lance Lara Larry
Lars Lassana Laszlo Latifa Laura Lauren Laurence Laurent Laurie Lawrence Lea Leah Lee Leila Len Lena Leo Leon
Leonard Leonardo Leonid Leonor Leslie Lester Lev Levi Lewis Leyla Liam Lidia Lila Lillian Lily Lina Linda
Lindsay Linus Lionel Lisa Lise Liv Livia Liz Lloyd Lois Lola Lorena Lorenzo Loretta Lorna Lorraine Lou Louis
Louisa Louise Luca Lucas Lucia Luciano Lucie Lucien Lucy Ludmila Ludwig Luigi Luis Luiz Luka Lukas Luke Lydia
Lyle Lyn Lynda Lyndon Lynn Lynne Maarten Maciej Madeleine Madeline Magda Maggie Magnus Maha Mahmood Mahmoud
Maite Majid Malala Malcolm Malgorzata Malik Manfred Manoj Manolis Mansour Manuel Manuela Marc Marcel Marcella
Marcelo Marcia Marco Marcos Marcus Marek Margaret Margarita Margot Mari Maria Mariam Marian Mariana Marianne
Mariano Marie Marija Marina Mario Marion Marisa Marisol Marit Mark Marko Markus Marlene Marlon Marta Martha
Martin Martina Marvin Marwan Mary Maryam Masato Massimo Mateo Mateusz Mathias Matilda Matt Matteo Matthew
Matthias Matthieu Maura Maureen Maurice Mauricio Mauro Max Maxim Maximilian Maxine Maya Mayumi Meg Megan Mehdi
Mehmet Mel Melanie Melinda Melissa Melvin Mercedes Meredith Mette Mia Michael Michaela Michal Michel Michele
Michelle Mickey Miguel Mihai Mikael Mike Mikhail Mikko Milan Mildred Milena Miles Milos Milton Minh Miranda
Miriam Mirjana Mitch Mitchell Mitsuko Mohamad Mohamed Mohammad Mohammed Mohamud Mohan Mohsen Moira Molly Mona
Monica Monika Monique Morgan Morris Morten Moses Moshe Moustafa Muhammad Mukesh Munir Muriel Murray Mustafa
Mustapha Myra Myriam Nabil Nadav Nadezhda Nadia Nadine Naji Nana Nancy Naomi Narendra Narges Nasser Natalia
Natalie Natan Natasha Nathalie Nathan Nathaniel Navin Neal Ned Neda Neha Neil Nelson Nestor Neville Ngozi Nguyen
Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nigella Nikhil Nikita Nikola Nikolai Nikos Nils Nimrod Nina Nir
Noah Noam Noel Noor Nora Norma Norman Nour Nuno Nuri Odette Odile Ola Olaf Oleg Oleksandr Olena Olga Oliver
Olivia Olivier Olof Omar Omid Orla Orlando Osama Oscar Osman Otto Owen Oya Pablo Pamela Paola Paolo Parvez
Pascal Pat Patrice Patricia Patrick Patrik Patti Paul Paula Paulina Pauline Paulo Pavel Pavlo Paz Pedro Peggy
Pelle Penelope Penny Per Percy Perry Pete Peter Petra Phil Philip Philippe Phillip Phoebe Phyllis Pia Pierre
Piers Piet Pieter Pilar Pim Piotr Polly Pooja Pradeep Prakash Pramod Pranab Preeti Priya Priyanka Qasim Quentin
Rabia Rachael Rachel Rachida Radek Rafael Raffaele Ragnar Rahul Rainer Raj Rajesh Rajiv Raju Ralf Ralph Rami
Ramon Ramzi Rana Randall Randy Rania Raoul Raquel Rashid Rashida Rasmus Raul Ravi Ray Raymond Rebecca Recep Reem
Reggie Regina Reginald Reiner Reinhard Reinhold Remi Rene Renee Reuben Rex Reza Rhys Ricarda Ricardo Riccardo
Richard Rick Ricky Rita Rob Robbie Robert Roberta Roberto Robin Rod Roderick Rodney Rodrigo Roger Rohan Roisin
Roland Rolando Rolf Romain Roman Ron Ronald Ronan Ronnie Rory Rosa Rosalind Rosanna Rosario Rose Rosemary Rosie
Ross Rowan Roxanne Roy Ruben Rudolf Rudolph Rudy Rufus Rupert Ruslan Russell Ruth Ryan Saad Sabina Sabine
Sabrina Saddam Sadia Sadiq Saeed Safiya Said Saif Sajid Sakura Salim Sally Salma Salman Sam Samantha Sameer Sami
Samir Samira Samuel Sander Sandra Sandro Sandy Sani Sanjay Sanjeev Santiago Sara Sarah Saskia Satoshi Saul Sayed
Scott Sean Sebastian Selim Selma Serena Serge Sergei Sergey Sergio Serhii Seth Shahid Shakira Shane Shannon
Sharon Shaun Shawn Sheikha Sheila Shelley Sherry Shigeru Shinzo Shirin Shirley Shlomo Shreya Sidney Siegfried
Sigrid Silvia Silvio Sima Simon Simone Siobhan Slobodan Sofia Sofie Solomon Sonia Sophia Sophie Soren Stacey
Stan Stanislav Stanley Stefan Stefania Stefano Steffen Stella Stephane Stephanie Stephen Steve Steven Stewart
Stina Stuart Sue Sultana Sunil Sunita Suresh Susan Susanna Susanne Sushma Suzanne Sven Svetlana Sybil Sylvia
Tadeusz Taha Takashi Tamar Tamara Tania Tanja Tanya Tara Tarek Tariq Tariro Tatiana Tatyana Ted Terence Teresa
Terri Terry Tessa Thabo Thandi Thanh Thelma Theo Theodora Theodore Theresa Therese Thibault Thierry Thom Thomas
Thorsten Tiago Tiffany Tim Timothy Tina Tobias Tobin Toby Todd Tom Tomas Tommaso Tommy Tomoko Tony Toshiro
Tracey Tracy Trevor Trina Tristan Trudy Udo Ugo Ulf Ulrich Ulrike Ursula Uwe Vaclav Valentina Valeria Valerie
Valerio Vanda Vanessa Vasily Vera Vernon Veronica Veronika Vesna Vicki Vicky Victor Vijay Vikram Viktor Viktoria
Vincent Vincenza Vincenzo Viola Violet Virginia Vito Vivek Vivian Vivienne Vladimir Vojtech Volodymyr Wael Wal
Waleed Walid Walter Wanda Wangari Warren Wayne Wei Wendy Werner Wes Wesley Wiktor Wilfred Wilhelm Willem William
Willy Winfried Winnie Winston Wojciech Wolfgang Xavier Xenia Yael Yair Yana Yannis Yasir Yasmin Yasmina Yasser
Yitzhak Yoko Yolanda Yosef Yoshi Youssef Yuki Yulia Yuri Yusra Yusuf Yuval Yves Yvette Yvonne Zachary Zack Zadie
Zahir Zahra Zainab Zaki Zara Zdenek Zeynep Zhanna Zoe Zoltan Zuzana
""")
